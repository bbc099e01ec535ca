package dev.parley.stack;

import dev.parley.stack.aot.AotCache;
import dev.parley.stack.aot.AotMode;
import dev.parley.stack.aot.TrainingLoad;
import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.process.OwnCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes the {@link AotCache}s of the services and of {@code up} itself: starts a stack with a data
 * folder of its own, uses it as people would for some seconds, and lets the JVMs keep what they
 * have loaded.
 */
public final class Training {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String READY = "Parley is ready: ";

  private final StackOptions options;
  private final Class<?> main;

  /**
   * @param options of the stack whose next starts shall be quick
   * @param main has the command {@code up}
   */
  public Training(StackOptions options, Class<?> main) {
    this.options = options;
    this.main = main;
  }

  /**
   * A program that is to start quickly.
   *
   * @param creation the command that makes the cache, as a file, from its recording
   */
  private record Trained(AotCache cache, Function<Path, List<String>> creation) {}

  /** Whether a start with these options lacks a cache that a training could make. */
  public boolean isNeeded() {
    return AotCache.isSupported()
        && !ServiceCommand.isNative(options)
        && AotMode.parse(options.variable(AotMode.VARIABLE)) == AotMode.USE
        && trained().anyMatch(program -> !program.cache().exists());
  }

  private Stream<Trained> trained() {
    return Stream.concat(
        Stream.of(ServiceKind.values())
            .map(kind -> ServiceCommand.java(options, kind))
            .map(command -> new Trained(command.cache(), command::creation)),
        Stream.of(new Trained(ownCache(), made -> up(ownCache().creationOptions(made)))));
  }

  private AotCache ownCache() {
    Path target = options.root().resolve("local-stack/target");
    return new AotCache(
        target.resolve("aot"),
        Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .map(Path::of)
            .toList(),
        OwnCommand.options());
  }

  private List<String> up(List<String> furtherOptions, String... arguments) {
    List<String> words = new ArrayList<>(List.of("up"));
    words.addAll(List.of(arguments));
    return OwnCommand.of(main, furtherOptions, words);
  }

  /**
   * Takes about a minute; nothing is left running.
   *
   * @throws StackException if a cache was not made; there is none then, or the one of before
   */
  public void run() {
    if (!AotCache.isSupported()) {
      throw new StackException(
          "Only a JDK of version 25 or later keeps loaded classes. This one is %s."
              .formatted(Runtime.version()));
    }
    Path data = temporaryFolder();
    try {
      trained().forEach(program -> program.cache().prepare());
      useOnce(data);
      trained().forEach(program -> program.cache().make(made -> create(program, made, data)));
    } finally {
      FolderTree.delete(data);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("parley-training");
    } catch (IOException e) {
      throw new StackException(
          "There is no place for temporary files: %s.".formatted(IoReason.of(e)), e);
    }
  }

  /** All JVMs write their recordings when they end. */
  private void useOnce(Path data) {
    List<String> command =
        up(
            ownCache().recordingOptions(),
            "--host=127.0.0.1",
            "--port=0",
            "--gateways=1",
            "--data=" + data.resolve("stack"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(AotMode.VARIABLE, "record");
    try {
      Process stack = builder.start();
      try (BufferedReader output = stack.inputReader(StandardCharsets.UTF_8)) {
        new TrainingLoad(address(output)).run();
        askToEnd(stack);
        output.lines().forEach(line -> {});
      } finally {
        stack.destroy();
        requireEnd(stack);
      }
    } catch (IOException e) {
      throw new StackException("Parley did not try itself out: %s.".formatted(IoReason.of(e)), e);
    }
  }

  /** What it still says can be read then. */
  private static void askToEnd(Process process) {
    process.toHandle().destroy();
  }

  private static URI address(BufferedReader output) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = output.readLine();
    while (line != null) {
      if (line.startsWith(READY)) {
        return URI.create(line.substring(READY.length()));
      }
      lines.add(line);
      line = output.readLine();
    }
    throw new StackException(
        "Parley did not start to try itself out:%n%s".formatted(String.join("\n", lines)));
  }

  private static void create(Trained program, Path made, Path data) throws IOException {
    Path log = data.resolve("creation.log");
    Process process =
        new ProcessBuilder(program.creation().apply(made))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
            .start();
    requireEnd(process);
    if (process.exitValue() != 0) {
      throw new StackException(
          "The JVM did not keep its classes:%n%s".formatted(Files.readString(log)));
    }
  }

  private static void requireEnd(Process process) {
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new StackException("The training run did not end in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
