package dev.parley.gateway.conversation;

import dev.parley.gateway.connection.Connection;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far open connections had come in rooms when their user left: if the user comes back, nothing
 * of that is sent again. Thread-safe.
 */
@Singleton
public class Progress {

  private final Map<Connection, Map<ConversationId, Sequence>> reached = new ConcurrentHashMap<>();

  public void remember(Connection connection, ConversationId conversation, Sequence last) {
    reached
        .computeIfAbsent(connection, any -> new ConcurrentHashMap<>())
        .merge(conversation, last, Progress::later);
  }

  /** The later one of this event and what the connection has of the conversation. */
  public Sequence atLeast(Sequence other, Connection connection, ConversationId conversation) {
    Sequence known = reached.getOrDefault(connection, Map.of()).get(conversation);
    return known == null ? other : later(known, other);
  }

  private static Sequence later(Sequence one, Sequence other) {
    return one.isAfter(other) ? one : other;
  }

  /** The connection has closed. */
  public void forget(Connection connection) {
    reached.remove(connection);
  }
}
