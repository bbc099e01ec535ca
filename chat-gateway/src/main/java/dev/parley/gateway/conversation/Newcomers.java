package dev.parley.gateway.conversation;

import dev.parley.gateway.connection.Connection;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.EventBody;

/** Lets connections enter conversations that began, or admitted their user, while they are open. */
public interface Newcomers {

  /**
   * A direct conversation that this connection's greeting may not have had.
   *
   * @param firstTold the first event that this gateway heard of
   */
  void began(Connection connection, Conversation conversation, Sequence firstTold);

  /** Somebody's inbox says that they are a member of a room. */
  void added(UserId user, EventBody.Added added);
}
