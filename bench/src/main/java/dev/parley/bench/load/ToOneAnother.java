package dev.parley.bench.load;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random pairs talk. The sender is a client of the second protocol, the recipient any other client.
 * The pairs are drawn once, from a seed, so that not every message begins a conversation.
 */
public final class ToOneAnother implements Sending {

  private static final long SEED = 1;

  private final List<Pair> pairs;
  private final List<Client> clients;
  private final ChatMessage message = ChatMessage.toOne();
  private int next;

  private record Pair(Client sender, Client recipient) {}

  public ToOneAnother(Crowd crowd, int pairs) {
    this.clients = crowd.clients();
    this.pairs = draw(clients, pairs);
  }

  private static List<Pair> draw(List<Client> clients, int count) {
    Random random = new Random(SEED);
    List<Client> senders =
        clients.stream().filter(client -> client.dialect() == Dialect.SECOND).toList();
    List<Pair> pairs = new ArrayList<>();
    while (pairs.size() < count) {
      Client sender = senders.get(random.nextInt(senders.size()));
      Client recipient = clients.get(random.nextInt(clients.size()));
      if (sender.number() != recipient.number()) {
        pairs.add(new Pair(sender, recipient));
      }
    }
    return pairs;
  }

  @Override
  public Client send(long at) {
    Pair pair = pairs.get(next);
    next = (next + 1) % pairs.size();
    pair.sender.write(message.fill(at, pair.sender.number(), pair.recipient.number()));
    return pair.sender;
  }

  /** All clients count, because the floor may send a message to any of them. */
  @Override
  public Iterable<Client> senders() {
    return clients;
  }
}
