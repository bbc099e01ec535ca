package dev.parley.bench.append;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.Content;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.NewMessage;
import java.util.UUID;

/**
 * New messages for so many direct conversations, one after the other. The first users of each are
 * far from those of the other rows.
 */
final class Conversations {

  private static final int FIRST_USER = 1_000_000;

  private final int count;
  private final MessageContent content = new MessageContent(Content.plain());
  private int next;

  Conversations(int count) {
    this.count = count;
  }

  /** Of the next message. */
  int next() {
    next = (next + 1) % count;
    return next;
  }

  NewMessage message(int conversation) {
    int first = FIRST_USER + 2 * conversation;
    ClientId id = new ClientId(UUID.randomUUID().toString());
    return NewMessage.of(user(first), user(first + 1), id, content);
  }

  private static User user(int id) {
    return new User(new UserId(id), ChatMessage.nameOf(id));
  }
}
