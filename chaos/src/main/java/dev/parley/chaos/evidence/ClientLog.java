package dev.parley.chaos.evidence;

import dev.parley.client.Protocol;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that one client saw in a run.
 *
 * @param name unique in the run: {@code "user03-b"}
 * @param events the oldest first
 */
public record ClientLog(
    String name, long userId, String username, Protocol protocol, List<ClientEvent> events) {

  public ClientLog {
    events = List.copyOf(events);
  }

  public <E extends ClientEvent> Stream<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  public boolean speaksSecond() {
    return protocol == Protocol.SECOND;
  }

  /** Whether this conversation always belongs to the user. This is true of all but rooms. */
  public boolean isIn(String conversation) {
    return isAlwaysIn(userId, conversation);
  }

  /** The same for any user. */
  public static boolean isAlwaysIn(long userId, String conversation) {
    return conversation.equals("global")
        || conversation.equals("inbox-" + userId)
        || conversation.startsWith("dm-" + userId + "-")
        || (conversation.startsWith("dm-") && conversation.endsWith("-" + userId));
  }
}
