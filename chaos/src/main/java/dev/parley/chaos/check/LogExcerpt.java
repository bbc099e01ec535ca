package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lines of a client's log for a person to read. */
final class LogExcerpt {

  private static final int BEFORE = 16;
  private static final int AFTER = 6;
  private static final long FAULTS_BEFORE = 20_000_000_000L;

  private LogExcerpt() {}

  /** The faults around this time, and the lines of the client's log around it that matter here. */
  static List<String> around(
      Evidence evidence, ClientLog client, long at, Predicate<ClientEvent> matters) {
    List<String> lines = new ArrayList<>();
    evidence.faults().stream()
        .filter(fault -> fault.overlaps(at - FAULTS_BEFORE, at))
        .map(
            fault ->
                "fault: %s of %s from %s to %s"
                    .formatted(fault.kind(), fault.target(), time(fault.from()), time(fault.to())))
        .forEach(lines::add);
    lines.addAll(of(client, at, matters));
    return lines;
  }

  private static List<String> of(ClientLog client, long at, Predicate<ClientEvent> matters) {
    List<ClientEvent> events =
        client.events().stream().filter(event -> isFrame(event, matters)).toList();
    int first = 0;
    while (first < events.size() && events.get(first).at() < at) {
      first++;
    }
    return events
        .subList(Math.max(0, first - BEFORE), Math.min(events.size(), first + AFTER))
        .stream()
        .map(event -> client.name() + " " + line(event))
        .toList();
  }

  private static boolean isFrame(ClientEvent event, Predicate<ClientEvent> matters) {
    return switch (event) {
      case ClientEvent.Delivered delivered -> matters.test(delivered);
      case ClientEvent.Resumed resumed -> matters.test(resumed);
      case ClientEvent.Dropped dropped -> matters.test(dropped);
      case ClientEvent.LookedUp any -> false;
      case ClientEvent.Sent sent -> matters.test(sent);
      case ClientEvent.Acknowledged acknowledged -> matters.test(acknowledged);
      case ClientEvent.Refused refused -> matters.test(refused);
      case ClientEvent.PresenceTold told -> matters.test(told);
      case ClientEvent.Opened opened -> true;
      case ClientEvent.Greeted greeted -> true;
      case ClientEvent.Closed closed -> true;
      case ClientEvent.EndRequested requested -> true;
      case ClientEvent.SessionEnded ended -> true;
      case ClientEvent.WentAway away -> true;
      case ClientEvent.CameBack back -> true;
    };
  }

  /** {@code "12.345 s #3 closed 1012"}: when, on which connection, what. */
  static String line(ClientEvent event) {
    return String.format(
        Locale.ROOT, "%s #%d %s", time(event.at()), event.connection(), what(event));
  }

  private static String what(ClientEvent event) {
    return switch (event) {
      case ClientEvent.Opened opened -> "opened with session " + opened.session();
      case ClientEvent.Greeted greeted -> "greeted";
      case ClientEvent.Closed closed -> "closed " + closed.code();
      case ClientEvent.Sent sent -> (sent.again() ? "sent again " : "sent ") + sent.content();
      case ClientEvent.Acknowledged ack ->
          String.format(
              Locale.ROOT,
              "ack %s: %s seq %d%s",
              ack.clientId(),
              ack.conversation(),
              ack.seq(),
              ack.duplicate() ? " duplicate" : "");
      case ClientEvent.Refused refused ->
          "error %s %s".formatted(refused.code(), refused.clientId());
      case ClientEvent.Delivered shown ->
          String.format(
              Locale.ROOT,
              "%s %s seq %d from %s: %s",
              shown.paged() ? "paged" : "shown",
              shown.conversation(),
              shown.seq(),
              shown.sender(),
              shown.content().isEmpty() ? shown.event() : shown.content());
      case ClientEvent.Dropped dropped -> "dropped " + dropped.conversation();
      case ClientEvent.LookedUp any -> "looked up";
      case ClientEvent.Resumed resumed ->
          String.format(
              Locale.ROOT,
              "resumed %s last_seq %d complete %s",
              resumed.conversation(),
              resumed.lastSeq(),
              resumed.complete());
      case ClientEvent.PresenceTold told ->
          "presence full %s joined %s left %s".formatted(told.full(), told.joined(), told.left());
      case ClientEvent.EndRequested requested ->
          String.format(Locale.ROOT, "end of session %d requested", requested.session());
      case ClientEvent.SessionEnded ended ->
          String.format(Locale.ROOT, "session %d ended", ended.session());
      case ClientEvent.WentAway away -> "went away";
      case ClientEvent.CameBack back -> "came back";
    };
  }

  static String time(long nanoseconds) {
    return String.format(Locale.ROOT, "%.3f s", nanoseconds / 1e9);
  }

  /** The events of one conversation. */
  static Predicate<ClientEvent> in(String conversation) {
    return event ->
        switch (event) {
          case ClientEvent.Delivered shown -> shown.conversation().equals(conversation);
          case ClientEvent.Resumed resumed -> resumed.conversation().equals(conversation);
          case ClientEvent.Dropped dropped -> dropped.conversation().equals(conversation);
          default -> false;
        };
  }

  /** The client's news about whether these users are online. */
  static Predicate<ClientEvent> presenceOf(Set<String> usernames) {
    return event ->
        event instanceof ClientEvent.PresenceTold told
            && usernames.stream().anyMatch(told::isAbout);
  }

  /** The events of one message. */
  static Predicate<ClientEvent> about(String content) {
    return event ->
        switch (event) {
          case ClientEvent.Sent sent -> sent.content().equals(content);
          case ClientEvent.Acknowledged ack -> ack.clientId().equals(content);
          case ClientEvent.Refused refused -> refused.clientId().equals(content);
          case ClientEvent.Delivered shown -> shown.content().equals(content);
          default -> false;
        };
  }

  static Stream<String> rows(Stream<StoredEvent> rows) {
    return rows.map(
        row ->
            String.format(
                Locale.ROOT,
                "stored: %s seq %d by %s, client_id \"%s\": %s at %s",
                row.conversation(),
                row.seq(),
                row.sender(),
                row.clientId(),
                row.content().isEmpty() ? row.event() : row.content(),
                time(row.createdAt())));
  }
}
