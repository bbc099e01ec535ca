package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.schedule.FaultKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The gateway answers each message that has a {@code client_id} in time, with {@code ack} or {@code
 * error}, if the connection stays open. Only a paused gateway is excused.
 */
final class SilenceCheck implements Check {

  /** The promise, plus a second because the machine is busy. */
  private static final long LIMIT = 6_000_000_000L;

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      if (client.speaksSecond()) {
        violations.addAll(of(evidence, client));
      }
    }
    return violations;
  }

  private static List<Violation> of(Evidence evidence, ClientLog client) {
    Map<Integer, ConnectedTime> times =
        ConnectedTime.of(client).stream()
            .collect(Collectors.toMap(ConnectedTime::connection, time -> time, (a, b) -> b));
    Map<String, List<Long>> answers = answers(client);
    return client
        .all(ClientEvent.Sent.class)
        .filter(sent -> times.get(sent.connection()).closedAt() > sent.at() + LIMIT)
        .filter(sent -> sent.at() + LIMIT <= client.events().getLast().at())
        .filter(sent -> !isAnswered(answers.getOrDefault(key(sent), List.of()), sent.at()))
        .filter(sent -> !aGatewayStoodStill(evidence, sent.at(), sent.at() + LIMIT))
        .map(sent -> violation(evidence, client, sent))
        .toList();
  }

  private static Map<String, List<Long>> answers(ClientLog client) {
    Map<String, List<Long>> answers = new HashMap<>();
    for (ClientEvent event : client.events()) {
      switch (event) {
        case ClientEvent.Acknowledged ack ->
            answers
                .computeIfAbsent(key(ack.connection(), ack.clientId()), key -> new ArrayList<>())
                .add(ack.at());
        case ClientEvent.Refused refused ->
            answers
                .computeIfAbsent(
                    key(refused.connection(), refused.clientId()), key -> new ArrayList<>())
                .add(refused.at());
        default -> {}
      }
    }
    return answers;
  }

  private static String key(ClientEvent.Sent sent) {
    return key(sent.connection(), sent.clientId());
  }

  private static String key(int connection, String clientId) {
    return connection + "/" + clientId;
  }

  private static boolean isAnswered(List<Long> answers, long sentAt) {
    return answers.stream().anyMatch(at -> at >= sentAt && at <= sentAt + LIMIT);
  }

  private static boolean aGatewayStoodStill(Evidence evidence, long begin, long end) {
    return evidence.faults().stream()
        .anyMatch(
            fault ->
                fault.kind() == FaultKind.PAUSE
                    && fault.target().isGateway()
                    && fault.overlaps(begin, end));
  }

  private static Violation violation(Evidence evidence, ClientLog client, ClientEvent.Sent sent) {
    return new Violation(
        "silence",
        "G4",
        sent.at() + LIMIT,
        "%s sent %s and got neither ack nor error within %s, on a connection that stayed open."
            .formatted(client.name(), sent.clientId(), LogExcerpt.time(LIMIT)),
        LogExcerpt.around(evidence, client, sent.at(), LogExcerpt.about(sent.content())));
  }
}
