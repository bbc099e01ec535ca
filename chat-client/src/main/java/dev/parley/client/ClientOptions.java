package dev.parley.client;

import java.time.Duration;
import java.util.Random;

/**
 * @param connectWithin how long a connection may take to open
 * @param firstPause the bound of the random pause before the first reconnect; it doubles with every
 *     failure
 * @param longestPause where that ends
 * @param mostUnacknowledged commands that may wait for their {@code ack}; further ones are refused
 * @param random of the pauses
 */
public record ClientOptions(
    Protocol protocol,
    Duration connectWithin,
    Duration firstPause,
    Duration longestPause,
    int mostUnacknowledged,
    Random random) {

  private static final int MOST_UNACKNOWLEDGED = 1_000;

  /** As docs/protocol.md recommends it. */
  public static ClientOptions of(Protocol protocol) {
    return new ClientOptions(
        protocol,
        Duration.ofSeconds(20),
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        MOST_UNACKNOWLEDGED,
        new Random());
  }

  public static ClientOptions secondProtocol() {
    return of(Protocol.SECOND);
  }

  public ClientOptions withPauses(Duration first, Duration longest) {
    return new ClientOptions(protocol, connectWithin, first, longest, mostUnacknowledged, random);
  }
}
