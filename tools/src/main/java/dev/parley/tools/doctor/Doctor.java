package dev.parley.tools.doctor;

import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.FolderLock;
import dev.parley.stack.state.LeftOvers;
import dev.parley.stack.state.StackState;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Examines the stack of one data folder. Changes nothing. */
public record Doctor(DataFolder folder) {

  private static final int LEAST_JAVA = 21;

  /** Reports each finding as soon as it is known. */
  public Stream<Finding> examine() {
    return Stream.concat(
        Stream.of(java(), data()), runningState().map(Doctor::running).orElseGet(this::notRunning));
  }

  /** Empty if no stack runs on this folder. */
  public Optional<StackState> runningState() {
    if (!Files.exists(folder.lock())) {
      return Optional.empty();
    }
    Optional<FolderLock> free = FolderLock.tryTake(folder);
    free.ifPresent(FolderLock::close);
    return free.isPresent() ? Optional.empty() : folder.state().read();
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    return Finding.of(
        version >= LEAST_JAVA,
        String.format(Locale.ROOT, "Java %d (%s)", version, System.getProperty("java.home")),
        "Install a JDK 21 or newer.");
  }

  private Finding data() {
    if (!Files.isDirectory(folder.path())) {
      return Finding.fine("There is no data yet in " + folder.path());
    }
    return Finding.of(
        folder.hasSpace(),
        String.format(
            Locale.ROOT,
            "%d MB are free on the disk of %s",
            folder.freeBytes() / 1024 / 1024,
            folder.path()),
        "Free at least 300 MB: PostgreSQL stops when the disk is full.");
  }

  private Stream<Finding> notRunning() {
    List<String> leftOvers = leftOvers();
    if (!leftOvers.isEmpty()) {
      return Stream.of(
          Finding.wrong(
              "Parley was killed, and left these running: " + String.join(", ", leftOvers),
              "The next ./parley up ends them."));
    }
    return Stream.of(wasKilled() ? killed() : stopped());
  }

  /** Whether the last run ended without a stop. An orderly stop deletes the state. */
  public boolean wasKilled() {
    return runningState().isEmpty() && folder.state().read().isPresent();
  }

  private static Finding killed() {
    return Finding.wrong(
        "Parley was killed, or the machine went down, while it ran",
        "Nothing acknowledged is lost. Start it again with ./parley up.");
  }

  private Finding stopped() {
    return Finding.fine("Parley is stopped on %s; ./parley up starts it".formatted(folder.path()));
  }

  /** Names of processes that outlived a killed stack; empty while one runs. */
  public List<String> leftOvers() {
    return runningState().isPresent() ? List.of() : new LeftOvers(folder).names();
  }

  private static Stream<Finding> running(StackState state) {
    return Stream.of(
            Stream.of(
                Finding.of(
                    state.ready(),
                    "Parley runs at " + state.address(),
                    "It is still starting: run doctor again in a moment.")),
            new ProcessChecks(state).findings(),
            new EdgeChecks(state.address()).findings(),
            new ServerChecks(state).findings())
        .flatMap(findings -> findings);
  }
}
