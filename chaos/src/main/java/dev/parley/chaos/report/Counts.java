package dev.parley.chaos.report;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.FaultWindow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts events in the logs. */
record Counts(Evidence evidence) {

  Map<String, Object> rows() {
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("clients", evidence.clients().size());
    rows.put("faults", evidence.faults().size());
    rows.put("kills", evidence.faults().stream().filter(fault -> fault.kind().kills()).count());
    rows.put("faults_by_kind", by(evidence.faults().stream(), FaultWindow::kind));
    rows.put("sent", all(ClientEvent.Sent.class).map(ClientEvent.Sent::content).distinct().count());
    rows.put("sent_again", all(ClientEvent.Sent.class).filter(ClientEvent.Sent::again).count());
    rows.put(
        "acknowledged",
        all(ClientEvent.Acknowledged.class)
            .map(ClientEvent.Acknowledged::clientId)
            .distinct()
            .count());
    rows.put(
        "acknowledged_as_duplicate",
        all(ClientEvent.Acknowledged.class).filter(ClientEvent.Acknowledged::duplicate).count());
    rows.put("stored", evidence.stored().size());
    rows.put("shown", all(ClientEvent.Delivered.class).count());
    rows.put(
        "shown_from_pages",
        all(ClientEvent.Delivered.class).filter(ClientEvent.Delivered::paged).count());
    rows.put("connections", all(ClientEvent.Opened.class).count());
    rows.put("closed_by_code", by(all(ClientEvent.Closed.class), ClientEvent.Closed::code));
    rows.put(
        "resumed_complete",
        all(ClientEvent.Resumed.class).filter(ClientEvent.Resumed::complete).count());
    rows.put(
        "resumed_incomplete",
        all(ClientEvent.Resumed.class).filter(resumed -> !resumed.complete()).count());
    rows.put("errors_by_code", by(all(ClientEvent.Refused.class), ClientEvent.Refused::code));
    rows.put("ended_sessions", all(ClientEvent.SessionEnded.class).count());
    return rows;
  }

  private <E extends ClientEvent> Stream<E> all(Class<E> kind) {
    return evidence.clients().stream().flatMap(client -> client.all(kind));
  }

  private static <T> Map<String, Long> by(Stream<T> all, Function<T, Object> key) {
    return all.collect(
        Collectors.groupingBy(
            each -> key.apply(each).toString(), TreeMap::new, Collectors.counting()));
  }
}
