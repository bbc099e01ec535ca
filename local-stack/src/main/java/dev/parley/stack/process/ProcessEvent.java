package dev.parley.stack.process;

import java.time.Duration;

/** Something that happens to a supervised process by itself. */
public sealed interface ProcessEvent {

  SupervisedProcess process();

  /** It has a new pid. */
  record Launched(SupervisedProcess process) implements ProcessEvent {}

  /** It is not ready yet, because this takes long. */
  record Busy(SupervisedProcess process, String work) implements ProcessEvent {}

  /** It died, and restarts after the delay. This is try {@code number} of {@code tries}. */
  record Died(
      SupervisedProcess process, int exitCode, int attempt, int attempts, Duration restartsAfter)
      implements ProcessEvent {}

  /** It died too often. */
  record GaveUp(SupervisedProcess process, int exitCode) implements ProcessEvent {}
}
