package dev.parley.bench.load;

import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;

/**
 * Counts the messages that are complete. Of Parley: those whose {@code ack} and whose own delivery
 * have come back to their sender. Of the floor, which acknowledges nothing: those that came to
 * everybody, as the first sender sees it; or, where each goes to one, those that came to anybody.
 */
final class Completions {

  private final boolean isParley;
  private final Client onlyObserver;
  private final long[] acknowledged;
  private final long[] delivered;
  private long complete;

  /**
   * @param onlyObserver who counts for the floor; null for everybody
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
