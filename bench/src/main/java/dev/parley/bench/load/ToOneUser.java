package dev.parley.bench.load;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Dialect;
import java.util.List;

/** A few clients of the second protocol take turns sending to the first user. */
public final class ToOneUser implements Sending {

  private static final int RECIPIENT = 0;
  private static final int SENDERS = 4;

  private final List<Client> senders;
  private final ChatMessage message;
  private int next;

  /**
   * @param contentLength content length of each message, in bytes
   */
  public ToOneUser(Crowd crowd, int contentLength) {
    this.senders =
        crowd.clients().stream()
            .filter(client -> client.dialect() == Dialect.SECOND && client.number() != RECIPIENT)
            .limit(SENDERS)
            .toList();
    this.message = ChatMessage.toOne(contentLength);
  }

  @Override
  public Client send(long at) {
    Client sender = senders.get(next);
    next = (next + 1) % senders.size();
    sender.write(message.fill(at, sender.number(), RECIPIENT));
    return sender;
  }

  @Override
  public Iterable<Client> senders() {
    return senders;
  }
}
