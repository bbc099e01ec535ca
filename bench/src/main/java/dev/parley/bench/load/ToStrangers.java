package dev.parley.bench.load;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Dialect;
import dev.parley.bench.client.VoidedException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Two users who never talked before, for each message two others. The sender is a client of the
 * second protocol, the recipient any other client.
 */
public final class ToStrangers implements Sending {

  private static final long SEED = 1;
  private static final double FULL = 0.9;

  private final List<Client> clients;
  private final List<Client> senders;
  private final Set<Pair> acquainted = new HashSet<>();
  private final Random random = new Random(SEED);
  private final ChatMessage message = ChatMessage.toOne();

  private record Pair(int lower, int higher) {
    static Pair of(Client one, Client other) {
      return new Pair(
          Math.min(one.number(), other.number()), Math.max(one.number(), other.number()));
    }
  }

  public ToStrangers(Crowd crowd) {
    this.clients = crowd.clients();
    this.senders = clients.stream().filter(client -> client.dialect() == Dialect.SECOND).toList();
  }

  @Override
  public Client send(long at) {
    Client sender;
    Client recipient;
    requireStrangers();
    do {
      sender = senders.get(random.nextInt(senders.size()));
      recipient = clients.get(random.nextInt(clients.size()));
    } while (sender.number() == recipient.number() || !acquainted.add(Pair.of(sender, recipient)));
    sender.write(message.fill(at, sender.number(), recipient.number()));
    return sender;
  }

  /** Drawing the last few pairs would take too long. */
  private void requireStrangers() {
    double others = clients.size() - (senders.size() + 1) / 2.0;
    if (acquainted.size() > FULL * senders.size() * others) {
      throw new VoidedException("almost everybody has talked to everybody");
    }
  }

  /** All clients count, because the floor may send a message to any of them. */
  @Override
  public Iterable<Client> senders() {
    return clients;
  }
}
