package dev.parley.system.stack;

/** The same for the stack that tells everything about itself. */
final class ObservedStackResolver extends StackResolver {

  @Override
  RunningStack start() {
    return RunningStack.startObserved();
  }
}
