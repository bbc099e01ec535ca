package dev.parley.bench.load;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Dialect;
import java.util.List;

/** A few clients of the second protocol take turns sending to everybody. */
public final class ToEverybody implements Sending {

  /** The gateway stops reading from a client that has more messages than this under way. */
  private static final int MOST_OF_ONE_CLIENT = 32;

  private static final int MOST_SENDERS = 16;
  private static final int FEWEST_SENDERS = 4;

  private final List<Client> senders;
  private final ChatMessage message = ChatMessage.toEverybody();
  private int next;

  private ToEverybody(List<Client> senders) {
    this.senders = senders;
  }

  /** With enough senders for this many messages in flight. */
  public static ToEverybody of(Crowd crowd, int inFlight) {
    return new ToEverybody(senders(crowd, inFlight));
  }

  private static List<Client> senders(Crowd crowd, int inFlight) {
    int needed = Math.max(FEWEST_SENDERS, inFlight / MOST_OF_ONE_CLIENT);
    return crowd.clients().stream()
        .filter(client -> client.dialect() == Dialect.SECOND)
        .limit(Math.min(Math.min(inFlight, MOST_SENDERS), needed))
        .toList();
  }

  @Override
  public Client send(long at) {
    Client sender = senders.get(next);
    next = (next + 1) % senders.size();
    sender.write(message.fill(at, sender.number()));
    return sender;
  }

  @Override
  public Iterable<Client> senders() {
    return senders;
  }
}
