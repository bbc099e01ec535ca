package dev.parley.history.messages;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds messages by their places; of a conversation that has none, none. */
@Singleton
public class MessageRows implements PanacheRepositoryBase<MessageRow, MessageRow.Place> {

  private static final String IN_CONVERSATION =
      "conversationId = (select c.id from ConversationRow c where c.name = ?1) ";

  /** The latest before this place, oldest first. */
  List<MessageRow> before(ConversationId conversation, Sequence end, int limit) {
    return find(
            IN_CONVERSATION + "and seq < ?2 order by seq desc",
            conversation.toString(),
            end.value())
        .range(0, limit - 1)
        .list()
        .reversed();
  }

  /** The latest, oldest first. */
  List<MessageRow> latest(ConversationId conversation, int limit) {
    return find(IN_CONVERSATION + "order by seq desc", conversation.toString())
        .range(0, limit - 1)
        .list()
        .reversed();
  }

  /** The first after this place, oldest first. */
  List<MessageRow> after(ConversationId conversation, Sequence start, int limit) {
    return find(
            IN_CONVERSATION + "and seq > ?2 order by seq", conversation.toString(), start.value())
        .range(0, limit - 1)
        .list();
  }
}
