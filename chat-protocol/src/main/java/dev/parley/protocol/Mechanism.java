package dev.parley.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What keeps the promises of {@code docs/guarantees.md}, one row each. A test may switch some of
 * them off in a process, to show that the chaos checker notices: {@value #VARIABLE} lists them,
 * {@code feed,append_retry}. Nothing else reads that variable, and nobody sets it in production.
 */
public enum Mechanism {
  /** Gateway: a message ahead of its turn waits for those before it. */
  ORDER,
  /** Gateway: what is missing is read from the history service. */
  REPAIR,
  /** Gateway: what was committed lately is asked for once a second. */
  FEED,
  /** Gateway: an append without an answer is tried again, at another replica. */
  APPEND_RETRY,
  /** History: a {@code client_id} that its sender used before stores nothing. */
  IDEMPOTENCE,
  /** Gateway: {@code resume} brings what a client missed. */
  RESUME,
  /** Gateway: a connection to Redis that answers nothing is given up. */
  HEARTBEAT,
  /** Gateway: a subscription that ended is made again. */
  RESUBSCRIPTION,
  /** Gateway: presence is written and told again when Redis is back. */
  REANNOUNCEMENT,
  /** Gateway: the users of a gateway whose lease ran out are gone. */
  LEASE,
  /** Gateway: sessions are verified anew when news of them may have been missed. */
  REVERIFICATION,
  /** Gateway: the sockets of a session that has ended are closed. */
  REVOCATION,
  /** Every service: a stop finishes what is in flight, and lets clients go one after the other. */
  DRAIN;

  /** Names of mechanisms, separated by commas, in any case. */
  public static final String VARIABLE = "PARLEY_WITHOUT";

  /** Those that this process does without. */
  public static Set<Mechanism> switchedOff() {
    return Set.copyOf(OfThisProcess.SWITCHED_OFF);
  }

  public boolean isOn() {
    return !OfThisProcess.SWITCHED_OFF.contains(this);
  }

  static Set<Mechanism> parse(String names) {
    return names == null || names.isBlank()
        ? EnumSet.noneOf(Mechanism.class)
        : Arrays.stream(names.split(","))
            .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mechanism.class)));
  }

  /**
   * Apart, since a native executable would else have what was set where it was compiled: {@code
   * META-INF/native-image} says that this is initialised by each process.
   */
  private static final class OfThisProcess {

    static final Set<Mechanism> SWITCHED_OFF = parse(System.getenv(VARIABLE));
  }
}
