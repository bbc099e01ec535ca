package dev.parley.bench.append;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.Content;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import java.util.UUID;

/**
 * New messages for a number of direct conversations, in turn. The user ids lie far from those of
 * the other rows.
 */
final class Conversations {

  private static final int FIRST_USER = 1_000_000;

  private final int count;
  private final MessageContent content = new MessageContent(Content.plain());
  private int next;

  Conversations(int count) {
    this.count = count;
  }

  /** The conversation of the next message. */
  int next() {
    next = (next + 1) % count;
    return next;
  }

  Command message(int conversation) {
    int first = FIRST_USER + 2 * conversation;
    ClientId id = new ClientId(UUID.randomUUID().toString());
    User sender = user(first);
    User other = user(first + 1);
    return new Command(
        ConversationId.between(sender.id(), other.id()),
        sender,
        other,
        id,
        null,
        new Act.Post(content));
  }

  private static User user(int id) {
    return new User(new UserId(id), ChatMessage.nameOf(id));
  }
}
