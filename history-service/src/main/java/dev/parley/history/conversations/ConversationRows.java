package dev.parley.history.conversations;

import dev.parley.history.messages.MessageRow;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds a user's conversations: all in which they are a participant, and always global. */
@Singleton
class ConversationRows implements PanacheRepository<ConversationRow> {

  /**
   * A union and not an OR, so that PostgreSQL uses the index however many conversations there are.
   */
  private static final String WITH_LAST_MESSAGES =
      """
      select c, coalesce(p.readSeq, 0), m
      from ConversationRow c
      left join ParticipantRow p on p.conversationId = c.id and p.userId = :user
      left join MessageRow m on m.conversationId = c.id and m.seq = c.lastSeq
      where c.id in (
        select q.conversationId from ParticipantRow q where q.userId = :user
        union all
        select g.id from ConversationRow g where g.name = 'global')
      and (c.lastSeq > 0 or c.name = 'global')
      and (c.lastAt < :at or (c.lastAt = :at and c.id < :id))
      order by c.lastAt desc, c.id desc
      """;

  /** A conversation as its user sees it, with its last message, which is null before the first. */
  @RegisterForReflection
  record FoundWithMessage(ConversationRow conversation, long readSeq, MessageRow lastMessage) {

    Sequence readSequence() {
      return new Sequence(readSeq);
    }

    UnreadCounts.Mark markOf(UserId user) {
      return new UnreadCounts.Mark(
          user,
          new UnreadCounts.ConversationRef(conversation.conversation(), conversation.id),
          readSequence(),
          conversation.lastSequence());
    }
  }

  /** The most recently active first, starting after the cursor. */
  List<FoundWithMessage> withLastMessages(UserId user, Cursor cursor, int limit) {
    return getEntityManager()
        .createQuery(WITH_LAST_MESSAGES, FoundWithMessage.class)
        .setParameter("user", user.value())
        .setParameter("at", cursor.at())
        .setParameter("id", cursor.id())
        .setMaxResults(limit)
        .getResultList();
  }
}
