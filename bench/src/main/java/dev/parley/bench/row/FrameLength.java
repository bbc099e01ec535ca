package dev.parley.bench.row;

import dev.parley.bench.client.ClientLoop;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.VoidedException;
import dev.parley.bench.load.ClosedLoop;
import dev.parley.bench.load.ToEverybody;
import dev.parley.bench.server.Server;
import dev.parley.stack.run.Pause;
import java.time.Duration;

/** Finds the length of Parley's frames, for the floor to use. */
public final class FrameLength {

  private static final int ONE_OF_EACH_PROTOCOL = 2;
  private static final int ATTEMPTS = 10;
  private static final int HEADER_BYTES = 4;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration UNTIL_LIVE = Duration.ofSeconds(2);

  private FrameLength() {}

  /**
   * The bytes of a message to everybody with the frame's header, averaged over both protocols.
   * Tries again if a Parley that has just started is too slow for its own limits.
   */
  public static int measure(ClientLoop loop, Server parley) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return measureOnce(loop, parley);
      } catch (VoidedException e) {
        Pause.of(UNTIL_LIVE);
      }
    }
    return measureOnce(loop, parley);
  }

  private static int measureOnce(ClientLoop loop, Server parley) {
    try (Crowd crowd = Crowd.empty(loop, parley.door())) {
      crowd.grow(ONE_OF_EACH_PROTOCOL, LIMIT);
      Pause.of(UNTIL_LIVE);
      ClosedLoop load = new ClosedLoop(crowd, ToEverybody.of(crowd, 1), 1);
      crowd.startCounting();
      load.start();
      crowd.await(() -> crowd.received() > ONE_OF_EACH_PROTOCOL, LIMIT, "no message arrived");
      load.stop();
      return HEADER_BYTES + average(crowd);
    }
  }

  private static int average(Crowd crowd) {
    return crowd
        .loop()
        .call(
            () ->
                (int)
                    crowd.clients().stream()
                        .mapToInt(client -> client.lastMessageBytes())
                        .average()
                        .orElse(0));
  }
}
