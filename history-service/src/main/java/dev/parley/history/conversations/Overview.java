package dev.parley.history.conversations;

import dev.parley.history.conversations.ConversationRows.FoundWithMessage;
import dev.parley.history.messages.Message;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.StoredMessage;
import java.util.Optional;

/**
 * One of a user's conversations: {@code {"conversation":"dm-12-57","with":{"id":57,
 * "username":"bob"},"last_seq":9,"read_seq":7,"unread":1,"last_message":{…}}}.
 *
 * @param with the other user of a direct conversation (oneself in notes to oneself), null elsewhere
 * @param unread messages of others after the read mark, see {@link UnreadCounts}
 * @param lastMessage null before the first
 */
record Overview(
    ConversationId conversation,
    User with,
    Sequence lastSeq,
    Sequence readSeq,
    int unread,
    Message lastMessage) {

  static Overview of(FoundWithMessage found, UserId reader, int unread) {
    ConversationId conversation = found.conversation().conversation();
    Optional<StoredMessage> last =
        Optional.ofNullable(found.lastMessage()).map(row -> row.in(conversation));
    return new Overview(
        conversation,
        last.map(message -> otherThan(reader, message)).orElse(null),
        found.conversation().lastSequence(),
        found.readSequence(),
        unread,
        last.map(Message::of).orElse(null));
  }

  private static User otherThan(UserId reader, StoredMessage message) {
    if (message.recipient() == null) {
      return null;
    }
    return message.sender().id().equals(reader) ? message.recipient() : message.sender();
  }
}
