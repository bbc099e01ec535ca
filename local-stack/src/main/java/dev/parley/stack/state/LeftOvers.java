package dev.parley.stack.state;

import dev.parley.stack.StackException;
import dev.parley.stack.postgres.PostmasterFile;
import dev.parley.stack.process.Signal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Processes that outlived a stack that was killed. */
public record LeftOvers(DataFolder folder) {

  private static final String POSTGRES = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Their names. Only call it if no stack runs on the folder. */
  public List<String> names() {
    Stream<String> services =
        folder.state().read().stream()
            .flatMap(state -> state.processes().stream())
            .filter(process -> isService(process) && process.handle().isPresent())
            .map(RunningProcess::name);
    Stream<String> postgres =
        PostmasterFile.read(folder.postgres()).flatMap(PostmasterFile::handle).stream()
            .map(handle -> POSTGRES);
    return Stream.concat(services, postgres).toList();
  }

  /**
   * Ends them all, and reports each. Never touches a process that merely has an old pid.
   *
   * @param held proves that no stack owns them
   */
  public void end(FolderLock held, Consumer<String> progress) {
    folder.state().read().ifPresent(state -> endServices(state, progress));
    endPostgres(progress);
    folder.state().delete();
  }

  /** Asks all of them to end before it waits for any. */
  private static void endServices(StackState state, Consumer<String> progress) {
    Map<String, ProcessHandle> left = new LinkedHashMap<>();
    state.processes().stream()
        .filter(LeftOvers::isService)
        .forEach(process -> process.handle().ifPresent(it -> left.put(process.name(), it)));
    left.forEach((name, handle) -> askToEnd(name, handle, Signal.TERM, progress));
    left.forEach(LeftOvers::awaitEnd);
  }

  private static boolean isService(RunningProcess process) {
    return !process.name().equals(StackState.ITSELF) && !process.name().equals(POSTGRES);
  }

  private static void askToEnd(
      String name, ProcessHandle handle, Signal signal, Consumer<String> progress) {
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s is left over from a killed run (process %d): ending it.",
            name,
            handle.pid()));
    Signal.CONT.send(handle.pid());
    signal.send(handle.pid());
  }

  private static void awaitEnd(String name, ProcessHandle handle) {
    if (!hasEnded(handle)) {
      handle.destroyForcibly();
      requireEnd(name, handle);
    }
  }

  private static void requireEnd(String name, ProcessHandle handle) {
    if (!hasEnded(handle)) {
      throw new StackException(
          String.format(
              Locale.ROOT,
              "%s is left over from a killed run and does not end: end process %d yourself (kill -9 %d).",
              name,
              handle.pid(),
              handle.pid()));
    }
  }

  private static boolean hasEnded(ProcessHandle handle) {
    try {
      handle.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !handle.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** PostgreSQL's own file names it even if stack.json was lost. */
  private void endPostgres(Consumer<String> progress) {
    PostmasterFile.read(folder.postgres())
        .flatMap(PostmasterFile::handle)
        .ifPresent(
            handle -> {
              askToEnd(POSTGRES, handle, Signal.INT, progress);
              awaitEnd(POSTGRES, handle);
            });
  }
}
