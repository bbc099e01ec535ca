package dev.parley.chaos;

import dev.parley.chaos.schedule.FaultKind;
import dev.parley.protocol.Mechanism;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a run does.
 *
 * @param length an estimate; killed parts may take longer to come back
 * @param without the mechanisms that are off in every service
 * @param data a folder to keep; without one, the run makes a folder and deletes it after a success
 * @param users each with one or two clients
 * @param messagesPerSecond the sum over all users
 * @param slow whether every part gets only a fraction of the time; most messages are then the first
 *     of their conversation
 */
public record ChaosOptions(
    long seed,
    Duration length,
    Set<FaultKind> kinds,
    Set<Mechanism> without,
    Optional<Path> data,
    Optional<Path> report,
    int users,
    int messagesPerSecond,
    boolean slow) {
  public ChaosOptions {
    kinds = Set.copyOf(kinds);
    without = Set.copyOf(without);
  }
}
