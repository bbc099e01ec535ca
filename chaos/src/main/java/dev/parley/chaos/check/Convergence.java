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
 * How long after the end of the faults a client had what was stored by then.
 *
 * @param tookNanoseconds 0 where it had everything before; {@link Long#MAX_VALUE} where it never
 *     got it
 * @param last the message that came last, or not at all; null where there was nothing to get
 */
public record Convergence(ClientLog client, long tookNanoseconds, StoredEvent last) {

  /** The client's time to connect and to hear of a conversation for the first time. */
  private static final long SETTLING = 1_000_000_000L;

  /** Of a client that was there all the time, or came back by itself. */
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

  /** Of a room whatever happened since its user came to stay; of the first protocol messages. */
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

  /** What a client of the first protocol missed while it was away, it reads over HTTP. */
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
