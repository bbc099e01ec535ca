package dev.parley.system.stack;

/** The same for the stack with two of everything. */
final class FaultStackResolver extends StackResolver {

  @Override
  RunningStack start() {
    return RunningStack.startForFaults();
  }
}
