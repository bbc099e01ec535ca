package dev.parley.stack.process;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One run of a {@link LaunchPlan}, from its start to its end. */
final class ChildProcess {

  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

  private final Process process;
  private final Instant startedAt;

  private ChildProcess(Process process) {
    this.process = process;
    this.startedAt = process.info().startInstant().orElseGet(Instant::now);
  }

  static ChildProcess start(LaunchPlan plan) {
    try {
      Process process = builder(plan).start();
      try (OutputStream input = process.getOutputStream()) {
        input.write(plan.input().getBytes(StandardCharsets.UTF_8));
      }
      return new ChildProcess(process);
    } catch (IOException e) {
      throw new StackException("%s did not start: %s".formatted(plan.name(), e.getMessage()), e);
    }
  }

  private static ProcessBuilder builder(LaunchPlan plan) {
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.command(plan.command()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
    plan.environment().forEach((name, value) -> set(builder, name, value));
    return builder;
  }

  private static void set(ProcessBuilder builder, String name, String value) {
    if (value.isEmpty()) {
      builder.environment().remove(name);
    } else {
      builder.environment().put(name, value);
    }
  }

  long pid() {
    return process.pid();
  }

  Instant startedAt() {
    return startedAt;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() {
    return process.exitValue();
  }

  void onExit(Consumer<ChildProcess> action) {
    var unused = process.onExit().thenRun(() -> action.accept(this));
  }

  /** Sends a signal to it and its descendants, because PostgreSQL consists of many processes. */
  void signalAll(Signal signal) {
    signal.send(pid());
    process.descendants().forEach(descendant -> signal.send(descendant.pid()));
  }

  /** Kills it with its descendants, because PostgreSQL does not start while one is left. */
  void kill() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    awaitExit(KILL_LIMIT);
    descendants.forEach(ChildProcess::awaitExit);
  }

  private static void awaitExit(ProcessHandle descendant) {
    try {
      descendant.onExit().get(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new StackException(
          String.format(Locale.ROOT, "Process %d does not end.", descendant.pid()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it in order within the limit, otherwise by force. */
  void stop(Signal signal, Duration limit) {
    signalAll(Signal.CONT);
    signal.send(pid());
    if (!awaitExit(limit)) {
      kill();
    }
  }

  private boolean awaitExit(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
