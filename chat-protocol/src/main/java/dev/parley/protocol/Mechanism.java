package dev.parley.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mechanisms that keep the promises of {@code docs/guarantees.md}. A test can switch off some
 * of them in a process, to show that the chaos checker notices: {@value #VARIABLE} lists them,
 * {@code feed,append_retry}. Nothing else reads that variable, and nobody sets it in production.
 */
public enum Mechanism {
  /** Gateway: a message ahead of its turn waits for those before it. */
  ORDER,
  /** Gateway: it reads missing messages from the history service. */
  REPAIR,
  /** Gateway: it asks once a second what was committed. */
  FEED,
  /** Gateway: an append without an answer is tried again, at another replica. */
  APPEND_RETRY,
  /** History: a {@code client_id} that its sender used before stores nothing. */
  IDEMPOTENCE,
  /** Gateway: {@code resume} returns what a client missed. */
  RESUME,
  /** Gateway: it gives up a connection to Redis that answers nothing. */
  HEARTBEAT,
  /** Gateway: it renews a subscription that ended. */
  RESUBSCRIPTION,
  /** Gateway: it writes and announces presence again when Redis is back. */
  REANNOUNCEMENT,
  /** Gateway: it removes the users of a gateway whose lease expired. */
  LEASE,
  /** Gateway: it verifies sessions again when it may have missed a revocation. */
  REVERIFICATION,
  /** Gateway: it closes the sockets of an ended session. */
  REVOCATION,
  /** Every service: a stop finishes the work in flight and lets clients go one after the other. */
  DRAIN;

  /** Names of mechanisms, separated by commas, in any case. */
  public static final String VARIABLE = "PARLEY_WITHOUT";

  /** The mechanisms that this process runs without. */
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
   * A class of its own, because a native executable would otherwise keep the value from when it was
   * compiled. {@code META-INF/native-image} says that each process initialises this class.
   */
  private static final class OfThisProcess {

    static final Set<Mechanism> SWITCHED_OFF = parse(System.getenv(VARIABLE));
  }
}
