package dev.parley.stack.process;

import java.time.Duration;

/** What happens to a supervised process without anybody asking for it. */
public sealed interface ProcessEvent {

  SupervisedProcess process();

  /** It has a new pid. */
  record Launched(SupervisedProcess process) implements ProcessEvent {}

  /** It is not ready yet, since this takes long. */
  record Busy(SupervisedProcess process, String work) implements ProcessEvent {}

  /** It died, and will be started again after the delay: the given one of {@code tries}. */
  record Died(
      SupervisedProcess process, int exitCode, int attempt, int attempts, Duration restartsAfter)
      implements ProcessEvent {}

  /** It died once too often. */
  record GaveUp(SupervisedProcess process, int exitCode) implements ProcessEvent {}
}
