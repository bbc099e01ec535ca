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
 * @param length about; killed parts may take longer to come back
 * @param without mechanisms that every service is started without
 * @param data a folder to keep; without one, a new folder is deleted after a run that went well
 * @param users each with one or two clients
 * @param messagesPerSecond of all together
 * @param slow whether every part gets a fraction of the time, and most messages are the first of
 *     their conversation
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
