package dev.parley.stack;

import static java.util.function.Predicate.not;

import dev.parley.stack.aot.AotCache;
import dev.parley.stack.aot.AotMode;
import dev.parley.stack.process.OwnCommand;
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
record JavaCommand(Path root, ServiceKind service, String furtherOptions, AotMode aot)
    implements ServiceCommand {

  /** The variable with further options. */
  static final String VARIABLE = "PARLEY_JAVA_OPTIONS";

  private static final int COMPACT_HEADERS_SINCE = 25;

  /**
   * A laptop runs four of these, and they are large enough for a few hundred people. In the first
   * minutes the second compiler costs more than its code saves; later was not measured.
   */
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms24m",
          "-Xmx256m",
          "-XX:MaxMetaspaceSize=192m",
          "-XX:ReservedCodeCacheSize=64m",
          "-Xss512k",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Dfile.encoding=UTF-8");

  @Override
  public List<String> arguments() {
    return with(
        switch (aot) {
          case USE -> cache().usingOptions();
          case RECORD -> cache().recordingOptions();
          case OFF -> List.of();
        });
  }

  private List<String> with(List<String> furtherOptions) {
    List<String> command = new ArrayList<>();
    command.add(OwnCommand.java());
    command.addAll(options());
    command.addAll(furtherOptions);
    command.addAll(List.of("-jar", jar().toString()));
    return command;
  }

  /** Makes the cache, as this file, from a recording. */
  List<String> creation(Path made) {
    return with(cache().creationOptions(made));
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(SMALL);
    if (Runtime.version().feature() >= COMPACT_HEADERS_SINCE) {
      options.add("-XX:+UseCompactObjectHeaders");
    }
    Stream.of(furtherOptions.split(" ")).filter(not(String::isBlank)).forEach(options::add);
    return options;
  }

  AotCache cache() {
    return new AotCache(application().resolveSibling("aot"), List.of(application()), options());
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
    return application().resolve("quarkus-run.jar");
  }

  private Path application() {
    return root.resolve(service.module()).resolve("target/quarkus-app");
  }
}
