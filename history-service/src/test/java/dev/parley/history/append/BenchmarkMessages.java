package dev.parley.history.append;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes messages of 120 characters with a client_id, over as many conversations as are asked. */
final class BenchmarkMessages {

  private static final String CONTENT = "x".repeat(120);

  private final int conversations;
  private final AtomicLong next = new AtomicLong();

  BenchmarkMessages(int conversations) {
    this.conversations = conversations;
  }

  Command next() {
    long number = next.getAndIncrement();
    User sender = user(1 + number % 100);
    User other = conversations == 1 ? null : user(1_000 + number % conversations);
    return new Command(
        other == null ? ConversationId.GLOBAL : ConversationId.between(sender.id(), other.id()),
        sender,
        other,
        new ClientId(UUID.randomUUID().toString()),
        null,
        new Act.Post(new MessageContent(CONTENT)));
  }

  private static User user(long id) {
    return new User(new UserId(id), "user" + id);
  }
}
