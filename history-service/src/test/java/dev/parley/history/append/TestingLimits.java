package dev.parley.history.append;

import java.time.Duration;

/** Limits of a writer that a test starts itself. */
record TestingLimits(
    int maxWaitingMessages,
    Duration maxWait,
    int maxTransactionMessages,
    int maxTransactionCharacters)
    implements AppendConfig {

  static final TestingLimits GENEROUS =
      new TestingLimits(10_000, Duration.ofSeconds(30), 1_000, 1_000_000);
}
