package dev.parley.system.stack;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the stack for the first test that wants it. It ends when a test wants another one, since
 * even a stack that nobody uses takes time, or with the last test.
 */
class StackResolver implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningStack.class;
  }

  @Override
  public RunningStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningStack stack = theOne(context).stack();
    stack.repair();
    return stack;
  }

  /** Which one. */
  RunningStack start() {
    return RunningStack.start();
  }

  private FirstStart theOne(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(TheOne.class, key -> new TheOne(), TheOne.class)
        .of(getClass(), this::start);
  }

  /** The stack that runs now. */
  private static final class TheOne implements AutoCloseable {

    private Class<?> kind;
    private FirstStart current;

    FirstStart of(Class<?> wanted, Supplier<RunningStack> start) {
      if (kind != wanted) {
        close();
        kind = wanted;
        current = FirstStart.attempt(start);
      }
      return current;
    }

    @Override
    public void close() {
      if (current != null) {
        current.close();
      }
    }
  }

  /** How the start went: where it failed, every test says so, and none tries again. */
  private record FirstStart(RunningStack started, RuntimeException failure) {

    static FirstStart attempt(Supplier<RunningStack> start) {
      try {
        return new FirstStart(start.get(), null);
      } catch (RuntimeException e) {
        return new FirstStart(null, e);
      }
    }

    RunningStack stack() {
      if (failure != null) {
        throw new IllegalStateException("The stack did not start", failure);
      }
      return started;
    }

    void close() {
      if (started != null) {
        started.close();
      }
    }
  }
}
