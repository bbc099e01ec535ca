package dev.parley.bench.load;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Dialect;
import java.util.List;

/** A few clients, all of the second protocol, take turns in talking to everybody. */
public final class ToEverybody implements Sending {

  /** Of one client, so many may be on their way before the gateway stops reading from it. */
  private static final int MOST_OF_ONE_CLIENT = 32;

  private static final int MOST_SENDERS = 16;
  private static final int FEWEST_SENDERS = 4;

  private final List<Client> senders;
  private final ChatMessage message = ChatMessage.toEverybody();
  private int next;

  private ToEverybody(List<Client> senders) {
    this.senders = senders;
  }

  /** With as many senders as so many messages in flight need. */
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
