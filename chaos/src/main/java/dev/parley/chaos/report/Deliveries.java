package dev.parley.chaos.report;

import dev.parley.chaos.check.ConnectedTime;
import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How long messages took to others that were connected all the time.
 *
 * @param quiet of messages that met no fault
 * @param faulted of those that were on their way during a fault, or sent up to five seconds after
 *     it
 * @param longestGap nanoseconds between the first sign of a message anywhere and its showing to a
 *     client that had been connected before
 */
record Deliveries(Latencies quiet, Latencies faulted, long longestGap) {

  private static final long AFTERMATH = 5_000_000_000L;
  private static final long NANOS_IN_MICRO = 1000;

  static Deliveries of(Evidence evidence) {
    Map<String, ClientEvent.Sent> sent = firstSent(evidence);
    Map<String, Long> known = firstKnown(evidence);
    LongStream.Builder quiet = LongStream.builder();
    LongStream.Builder faulted = LongStream.builder();
    long longest = 0;
    for (ClientLog client : evidence.clients()) {
      Map<Integer, ConnectedTime> times =
          ConnectedTime.of(client).stream()
              .collect(Collectors.toMap(ConnectedTime::connection, time -> time, (a, b) -> b));
      for (ClientEvent event : client.events()) {
        if (!(event instanceof ClientEvent.Delivered shown) || shown.paged()) {
          continue;
        }
        long since = times.get(shown.connection()).greetedAt();
        ClientEvent.Sent message = sent.get(shown.content());
        if (message != null && since < message.at() && !shown.sender().equals(client.username())) {
          long micros = (shown.at() - message.at()) / NANOS_IN_MICRO;
          (evidence.isFaulted(message.at() - AFTERMATH, shown.at()) ? faulted : quiet).add(micros);
        }
        long first = known.getOrDefault(shown.content(), Long.MAX_VALUE);
        if (since < first) {
          longest = Math.max(longest, shown.at() - first);
        }
      }
    }
    return new Deliveries(
        Latencies.of(quiet.build().toArray()), Latencies.of(faulted.build().toArray()), longest);
  }

  private static Map<String, ClientEvent.Sent> firstSent(Evidence evidence) {
    Map<String, ClientEvent.Sent> first = new HashMap<>();
    evidence
        .clients()
        .forEach(
            client ->
                client
                    .all(ClientEvent.Sent.class)
                    .forEach(sent -> first.putIfAbsent(sent.content(), sent)));
    return first;
  }

  /** When a client had the ack, or any client had the message. */
  private static Map<String, Long> firstKnown(Evidence evidence) {
    Map<String, Long> first = new HashMap<>();
    for (ClientLog client : evidence.clients()) {
      client
          .all(ClientEvent.Delivered.class)
          .forEach(shown -> first.merge(shown.content(), shown.at(), Math::min));
      client
          .all(ClientEvent.Acknowledged.class)
          .forEach(ack -> first.merge(ack.clientId(), ack.at(), Math::min));
    }
    return first;
  }
}
