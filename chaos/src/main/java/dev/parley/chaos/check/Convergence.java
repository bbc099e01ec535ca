package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.Membership;
import dev.parley.chaos.evidence.QuietPeriod;
import dev.parley.chaos.evidence.StoredEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a client needed after the faults until it had everything that was stored by their end.
 *
 * @param tookNanoseconds 0 if it had everything before; {@link Long#MAX_VALUE} if it never got
 *     everything
 * @param last the message that came last, or never came; null if nothing was missing
 */
public record Convergence(ClientLog client, long tookNanoseconds, StoredEvent last) {

  /** The client's time to connect and to hear of a conversation for the first time. */
  private static final long SETTLING = 1_000_000_000L;

  /** The convergence of a client that was there all the time, or came back by itself. */
  public static Convergence of(Evidence evidence, ClientLog client, QuietPeriod quiet) {
    Map<String, Long> shownAt = new HashMap<>();
    client
        .all(ClientEvent.Delivered.class)
        .forEach(shown -> shownAt.putIfAbsent(key(shown.conversation(), shown.seq()), shown.at()));
    long since = client.speaksSecond() ? Long.MIN_VALUE : connectedSince(client, quiet.from());
    Convergence worst = new Convergence(client, 0, null);
    for (String conversation : evidence.stored().conversations().keySet()) {
      List<StoredEvent> due = due(evidence, client, conversation);
      worst = later(worst, of(client, due, shownAt, since, quiet.from()));
    }
    return worst;
  }

  /**
   * The client must get this: in a room everything since its user last joined, and in the first
   * protocol only messages.
   */
  private static List<StoredEvent> due(Evidence evidence, ClientLog client, String conversation) {
    List<StoredEvent> log = evidence.stored().conversations().get(conversation);
    if (!client.speaksSecond()) {
      return client.isIn(conversation)
          ? log.stream().filter(StoredEvent::isReadable).toList()
          : List.of();
    }
    Membership membership = evidence.stored().membership(conversation, client.userId());
    return client.isIn(conversation)
        ? log
        : log.stream().filter(event -> membership.holdsFrom(event.seq())).toList();
  }

  private static String key(String conversation, long seq) {
    return conversation + "/" + seq;
  }

  /** A client of the first protocol reads over HTTP what it missed while it was away. */
  private static long connectedSince(ClientLog client, long at) {
    return ConnectedTime.of(client).stream()
        .filter(time -> time.greetedAt() <= at && time.closedAt() > at)
        .mapToLong(time -> time.greetedAt() + SETTLING)
        .max()
        .orElse(Long.MAX_VALUE);
  }

  private static Convergence of(
      ClientLog client,
      List<StoredEvent> events,
      Map<String, Long> shownAt,
      long since,
      long until) {
    Convergence worst = new Convergence(client, 0, null);
    for (StoredEvent message : events) {
      if (message.createdAt() >= since && message.createdAt() <= until) {
        Long shown = shownAt.get(key(message.conversation(), message.seq()));
        long took = shown == null ? Long.MAX_VALUE : Math.max(0, shown - until);
        worst = later(worst, new Convergence(client, took, message));
      }
    }
    return worst;
  }

  private static Convergence later(Convergence one, Convergence other) {
    return other.tookNanoseconds > one.tookNanoseconds ? other : one;
  }
}
