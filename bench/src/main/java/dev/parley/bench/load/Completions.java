package dev.parley.bench.load;

import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;

/**
 * Counts complete messages. With Parley, a message is complete when its sender has its {@code ack}
 * and its delivery. The floor acknowledges nothing. There, a message to everybody is complete when
 * the first sender gets it, and a message to one client when that client gets it.
 */
final class Completions {

  private final boolean isParley;
  private final Client onlyObserver;
  private final long[] acknowledged;
  private final long[] delivered;
  private long complete;

  /**
   * @param onlyObserver the client that counts for the floor; null for all
   */
  Completions(Crowd crowd, Client onlyObserver) {
    this.isParley = crowd.isOfParley();
    this.onlyObserver = onlyObserver;
    this.acknowledged = new long[crowd.clients().size()];
    this.delivered = new long[crowd.clients().size()];
  }

  void acknowledged(Client client) {
    long number = ++acknowledged[client.number()];
    if (number <= delivered[client.number()]) {
      complete++;
    }
  }

  void delivered(Client client, boolean own) {
    if (isParley && own) {
      long number = ++delivered[client.number()];
      if (number <= acknowledged[client.number()]) {
        complete++;
      }
    } else if (!isParley && (onlyObserver == null || onlyObserver.equals(client))) {
      complete++;
    }
  }

  long count() {
    return complete;
  }
}
