package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One connection of a client. Times are nanoseconds since the run began; {@link Long#MAX_VALUE}
 * stands for "never".
 *
 * @param code the close code
 */
public record ConnectedTime(
    int connection, int session, long openedAt, long greetedAt, long closedAt, int code) {

  private static final long NEVER = Long.MAX_VALUE;

  /** All connections of the client, in order. */
  public static List<ConnectedTime> of(ClientLog client) {
    Map<Integer, ConnectedTime> times = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    for (ClientEvent event : client.events()) {
      switch (event) {
        case ClientEvent.Opened opened -> {
          order.add(opened.connection());
          times.put(
              opened.connection(),
              new ConnectedTime(
                  opened.connection(), opened.session(), opened.at(), NEVER, NEVER, 0));
        }
        case ClientEvent.Greeted greeted ->
            times.computeIfPresent(
                greeted.connection(),
                (connection, time) ->
                    new ConnectedTime(
                        connection, time.session, time.openedAt, greeted.at(), NEVER, 0));
        case ClientEvent.Closed closed ->
            times.computeIfPresent(
                closed.connection(),
                (connection, time) ->
                    new ConnectedTime(
                        connection,
                        time.session,
                        time.openedAt,
                        time.greetedAt,
                        closed.at(),
                        closed.code()));
        case ClientEvent.Sent any -> {}
        case ClientEvent.Acknowledged any -> {}
        case ClientEvent.Refused any -> {}
        case ClientEvent.Delivered any -> {}
        case ClientEvent.Dropped any -> {}
        case ClientEvent.LookedUp any -> {}
        case ClientEvent.Resumed any -> {}
        case ClientEvent.PresenceTold any -> {}
        case ClientEvent.EndRequested any -> {}
        case ClientEvent.SessionEnded any -> {}
        case ClientEvent.WentAway any -> {}
        case ClientEvent.CameBack any -> {}
      }
    }
    return order.stream().map(times::get).toList();
  }

  public boolean wasGreeted() {
    return greetedAt != NEVER;
  }
}
