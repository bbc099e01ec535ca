package dev.parley.stack.state;

import dev.parley.stack.StackException;
import dev.parley.stack.postgres.PostmasterFile;
import dev.parley.stack.process.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Processes that outlived a stack that was killed. */
public record LeftOvers(DataFolder folder) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Ends them all, and tells about each. Never touches a process that only got an old pid.
   *
   * @param held shows that no stack owns them any more
   */
  public void end(FolderLock held, Consumer<String> progress) {
    folder.state().read().ifPresent(state -> endServices(state, progress));
    endPostgres(progress);
    folder.state().delete();
  }

  private static void endServices(StackState state, Consumer<String> progress) {
    List<RunningProcess> newestFirst = new ArrayList<>(state.processes()).reversed();
    for (RunningProcess process : newestFirst) {
      boolean service =
          !process.name().equals(StackState.ITSELF) && !process.name().equals("postgres");
      process
          .handle()
          .filter(handle -> service)
          .ifPresent(it -> end(process.name(), it, Signal.TERM, progress));
    }
  }

  private static void end(
      String name, ProcessHandle handle, Signal signal, Consumer<String> progress) {
    progress.accept(
        "A %s of a killed run was left over (process %d): ending it."
            .formatted(name, handle.pid()));
    Signal.CONT.send(handle.pid());
    signal.send(handle.pid());
    if (!hasEnded(handle)) {
      handle.destroyForcibly();
      requireEnd(name, handle);
    }
  }

  private static void requireEnd(String name, ProcessHandle handle) {
    if (!hasEnded(handle)) {
      throw new StackException(
          "The left-over %s does not end: end process %d yourself (kill -9 %d)."
              .formatted(name, handle.pid(), handle.pid()));
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

  /** PostgreSQL's own file names it even where stack.json was lost. */
  private void endPostgres(Consumer<String> progress) {
    PostmasterFile.read(folder.postgres())
        .flatMap(PostmasterFile::handle)
        .ifPresent(handle -> end("postgres", handle, Signal.INT, progress));
  }
}
