package dev.parley.system.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the stack for the first test that wants it; JUnit closes it after the last one. */
class StackResolver implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningStack.class;
  }

  @Override
  public RunningStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningStack stack =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(RunningStack.class, key -> RunningStack.start(), RunningStack.class);
    stack.repair();
    return stack;
  }
}
