package dev.parley.stack;

import dev.parley.stack.aot.AotMode;
import java.util.List;

/** How the process of a service is started. */
sealed interface ServiceCommand permits JavaCommand, NativeCommand {

  /** {@code native} for executables, otherwise a JVM. */
  String VARIABLE = "PARLEY_RUNTIME";

  static ServiceCommand of(StackOptions options, ServiceKind service) {
    return isNative(options) ? new NativeCommand(options.root(), service) : java(options, service);
  }

  static JavaCommand java(StackOptions options, ServiceKind service) {
    return new JavaCommand(
        options.root(),
        service,
        options.variable(JavaCommand.VARIABLE),
        AotMode.parse(options.variable(AotMode.VARIABLE)));
  }

  static boolean isNative(StackOptions options) {
    return options.variable(VARIABLE).equals("native");
  }

  /** The program and its arguments. */
  List<String> arguments();

  /**
   * @throws StackException if there is nothing to start yet
   */
  void requireBuilt();
}
