package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.FaultWindow;
import dev.parley.chaos.evidence.Picture;
import dev.parley.chaos.evidence.Posts;
import dev.parley.chaos.evidence.PresenceView;
import dev.parley.chaos.evidence.QuietPeriod;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.chaos.evidence.StoredLog;
import dev.parley.client.Protocol;
import dev.parley.client.frame.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A run without violations, into which a test plants one: ada sends {@value #MESSAGES} messages to
 * everybody, one a second, her client {@code ada-a} and {@code bob-a} speak the second protocol,
 * {@code carol-a} the first. A fault ends after 5 s, the run after 40 s.
 */
final class TestingRun {

  static final long SECOND = 1_000_000_000L;
  static final int MESSAGES = 10;
  static final long FAULT_END = 5 * SECOND;
  static final long END = 40 * SECOND;

  final List<ClientEvent> ada = new ArrayList<>();
  final List<ClientEvent> bob = new ArrayList<>();
  final List<ClientEvent> carol = new ArrayList<>();
  final List<StoredEvent> stored = new ArrayList<>();
  final List<FaultWindow> faults = new ArrayList<>();
  final List<PresenceView> presence = new ArrayList<>();

  /** For a database whose state differs from its log. */
  final Map<String, Picture> pictures = new HashMap<>();

  TestingRun() {
    connect(ada);
    connect(bob);
    connect(carol);
    for (int seq = 1; seq <= MESSAGES; seq++) {
      long at = seq * SECOND;
      stored.add(new StoredEvent("global", seq, 1, "ada", content(seq), content(seq), at));
      ada.add(sent(at, content(seq)));
      ada.add(shown(1, seq));
      ada.add(new ClientEvent.Acknowledged(at + 1, 1, content(seq), "global", seq, false));
      bob.add(shown(1, seq));
      carol.add(shown(1, seq));
    }
    close(ada);
    close(bob);
    close(carol);
    Set<String> everybody = Set.of("ada", "bob", "carol");
    presence.add(new PresenceView(30 * SECOND, "bob-a", everybody, everybody));
  }

  private static void connect(List<ClientEvent> events) {
    events.add(new ClientEvent.Opened(0, 1, 1));
    events.add(new ClientEvent.Greeted(1, 1));
  }

  private static void close(List<ClientEvent> events) {
    events.add(new ClientEvent.Closed(END, 1, 0));
  }

  static String content(int seq) {
    return "message-" + seq;
  }

  /** The delivery of a message without delay. */
  static ClientEvent.Delivered shown(int connection, int seq) {
    return shown(connection, seq, seq * SECOND + 1);
  }

  static ClientEvent.Delivered shown(int connection, int seq, long at) {
    return shown(connection, seq, at, content(seq));
  }

  /** With this text. */
  static ClientEvent.Delivered shown(int connection, int seq, long at, String content) {
    return new ClientEvent.Delivered(
        at, connection, "global", seq, 1, "ada", Posts.of(seq, content), false);
  }

  static ClientEvent.Sent sent(long at, String content) {
    return new ClientEvent.Sent(
        at, 1, content, content, false, new Command.Post("global", content, content));
  }

  /** The index in a log at which this place is shown. */
  static int indexOf(List<ClientEvent> log, int seq) {
    for (int index = 0; index < log.size(); index++) {
      if (log.get(index) instanceof ClientEvent.Delivered shown && shown.seq() == seq) {
        return index;
      }
    }
    throw new AssertionError("seq " + seq + " is not there");
  }

  static void replace(List<ClientEvent> log, int seq, UnaryOperator<ClientEvent> change) {
    int index = indexOf(log, seq);
    log.set(index, change.apply(log.get(index)));
  }

  /** The connection breaks at this time, and the next one is there at once. */
  static void reconnect(List<ClientEvent> log, long at, int code, int session) {
    log.removeIf(event -> event instanceof ClientEvent.Closed);
    log.add(new ClientEvent.Closed(at, 1, code));
    log.add(new ClientEvent.Opened(at + 2, 2, session));
    log.add(new ClientEvent.Greeted(at + 3, 2));
    log.add(new ClientEvent.Closed(END, 2, 0));
    log.sort(Comparator.comparingLong(ClientEvent::at));
  }

  List<Violation> violations() {
    return Verification.of(evidence());
  }

  Evidence evidence() {
    QuietPeriod quiet = new QuietPeriod(FAULT_END, END, presence);
    StoredLog log = new StoredLog(stored);
    Map<String, Picture> all = log.pictures();
    all.putAll(pictures);
    return new Evidence(
        List.of(
            new ClientLog("ada-a", 1, "ada", Protocol.SECOND, ada),
            new ClientLog("bob-a", 2, "bob", Protocol.SECOND, bob),
            new ClientLog("carol-a", 3, "carol", Protocol.FIRST, carol)),
        log,
        all,
        faults,
        List.of(quiet));
  }
}
