package dev.parley.stack;

import java.util.List;

/** How the process of a service is started. */
sealed interface ServiceCommand permits JavaCommand, NativeCommand {

  /** {@code native} for executables, otherwise a JVM. */
  String VARIABLE = "PARLEY_RUNTIME";

  static ServiceCommand of(StackOptions options, ServiceKind service) {
    return options.variable(VARIABLE).equals("native")
        ? new NativeCommand(options.root(), service)
        : new JavaCommand(options.root(), service, options.variable(JavaCommand.VARIABLE));
  }

  /** The program and its arguments. */
  List<String> arguments();

  /**
   * @throws StackException if there is nothing to start yet
   */
  void requireBuilt();
}
