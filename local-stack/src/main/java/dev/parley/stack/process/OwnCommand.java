package dev.parley.stack.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this JVM was started, to start another one like it. */
public final class OwnCommand {

  private static final List<String> OF_THE_CACHE = List.of("-XX:AOT", "-Xlog:aot=", "-Xlog:cds=");

  private OwnCommand() {}

  /** The same JVM, options, and class path, but for the cache of its classes. */
  public static List<String> of(
      Class<?> main, List<String> furtherOptions, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(options());
    command.addAll(furtherOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /** The program that runs this JVM. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Those of the JVM. */
  public static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> OF_THE_CACHE.stream().noneMatch(option::startsWith))
        .toList();
  }
}
