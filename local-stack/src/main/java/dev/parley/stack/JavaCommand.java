package dev.parley.stack;

import static java.util.function.Predicate.not;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a service on the same JVM as the stack.
 *
 * @param furtherOptions more options of the JVM, separated by spaces; they override the ones here
 */
record JavaCommand(Path root, ServiceKind service, String furtherOptions)
    implements ServiceCommand {

  /** The variable with further options. */
  static final String VARIABLE = "PARLEY_JAVA_OPTIONS";

  private static final int COMPACT_HEADERS_SINCE = 25;

  /**
   * A laptop runs four of these, and they are large enough for a few hundred people. The highest
   * compiler tier only compiles really hot code, because it took a third of the processor time of a
   * start.
   */
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms24m",
          "-Xmx256m",
          "-XX:MaxMetaspaceSize=192m",
          "-XX:ReservedCodeCacheSize=64m",
          "-Xss512k",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=20000",
          "-XX:Tier4CompileThreshold=100000",
          "-XX:Tier4BackEdgeThreshold=400000",
          "-XX:+ExitOnOutOfMemoryError",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Dfile.encoding=UTF-8");

  @Override
  public List<String> arguments() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    if (Runtime.version().feature() >= COMPACT_HEADERS_SINCE) {
      command.add("-XX:+UseCompactObjectHeaders");
    }
    Stream.of(furtherOptions.split(" ")).filter(not(String::isBlank)).forEach(command::add);
    command.addAll(List.of("-jar", jar().toString()));
    return command;
  }

  @Override
  public void requireBuilt() {
    if (!Files.isRegularFile(jar())) {
      throw new StackException(
          "The %s is not built (there is no %s): run ./parley up, or ./mvnw package."
              .formatted(service.module(), jar()));
    }
  }

  private Path jar() {
    return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
