package dev.parley.chaos.report;

import dev.parley.chaos.check.ConnectedTime;
import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Computes {@link Deliveries} from what every client was shown. */
final class DeliveryTimes {

  private static final long AFTERMATH = 5_000_000_000L;
  private static final long NANOS_IN_MICRO = 1000;

  private final Evidence evidence;
  private final Map<String, List<ClientEvent.Sent>> sendings;
  private final Map<String, Long> known;
  private final LongStream.Builder quiet = LongStream.builder();
  private final LongStream.Builder quietSentOnce = LongStream.builder();
  private final LongStream.Builder faulted = LongStream.builder();
  private long longestGap;

  DeliveryTimes(Evidence evidence) {
    this.evidence = evidence;
    this.sendings = sendings(evidence);
    this.known = firstKnown(evidence);
  }

  Deliveries all() {
    evidence.clients().forEach(this::add);
    return new Deliveries(
        latencies(quiet), latencies(quietSentOnce), latencies(faulted), longestGap);
  }

  private static Latencies latencies(LongStream.Builder micros) {
    return Latencies.of(micros.build().toArray());
  }

  private void add(ClientLog client) {
    Map<Integer, ConnectedTime> times =
        ConnectedTime.of(client).stream()
            .collect(Collectors.toMap(ConnectedTime::connection, time -> time, (a, b) -> b));
    for (ClientEvent.Delivered shown : client.all(ClientEvent.Delivered.class).toList()) {
      if (!shown.paged() && !shown.content().isEmpty()) {
        long since = times.get(shown.connection()).greetedAt();
        addLatency(client, shown, since);
        addGap(shown, since);
      }
    }
  }

  private void addLatency(ClientLog client, ClientEvent.Delivered shown, long since) {
    List<ClientEvent.Sent> sent = sendings.getOrDefault(shown.content(), List.of());
    if (sent.isEmpty()
        || since >= sent.getFirst().at()
        || shown.sender().equals(client.username())) {
      return;
    }
    long begin = sent.getFirst().at();
    long micros = (shown.at() - begin) / NANOS_IN_MICRO;
    if (evidence.isFaulted(begin - AFTERMATH, shown.at())) {
      faulted.add(micros);
      return;
    }
    quiet.add(micros);
    if (sent.size() == 1) {
      quietSentOnce.add(micros);
    }
  }

  private void addGap(ClientEvent.Delivered shown, long since) {
    long first = known.getOrDefault(shown.content(), Long.MAX_VALUE);
    if (since < first) {
      longestGap = Math.max(longestGap, shown.at() - first);
    }
  }

  /** The sightings of each message, the first one first. */
  private static Map<String, List<ClientEvent.Sent>> sendings(Evidence evidence) {
    Map<String, List<ClientEvent.Sent>> sendings = new HashMap<>();
    for (ClientLog client : evidence.clients()) {
      client
          .all(ClientEvent.Sent.class)
          .forEach(
              sent -> sendings.computeIfAbsent(sent.content(), any -> new ArrayList<>()).add(sent));
    }
    return sendings;
  }

  /** The time at which a client had the ack, or any client had the message. */
  private static Map<String, Long> firstKnown(Evidence evidence) {
    Map<String, Long> first = new HashMap<>();
    for (ClientLog client : evidence.clients()) {
      client
          .all(ClientEvent.Delivered.class)
          .filter(shown -> !shown.content().isEmpty())
          .forEach(shown -> first.merge(shown.content(), shown.at(), Math::min));
      client
          .all(ClientEvent.Acknowledged.class)
          .forEach(ack -> first.merge(ack.clientId(), ack.at(), Math::min));
    }
    return first;
  }
}
