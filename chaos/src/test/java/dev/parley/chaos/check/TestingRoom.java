package dev.parley.chaos.check;

import static dev.parley.chaos.check.TestingRun.SECOND;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.Posts;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.client.frame.Event;
import dev.parley.client.frame.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Adds {@code room-1} to a {@link TestingRun}: ada makes it, adds bob, and removes him at place 9;
 * he comes back at place 11. Place n happens in second n + 10.
 */
final class TestingRoom {

  static final String NAME = "room-1";
  static final Person ADA = new Person(1, "ada");
  static final Person BOB = new Person(2, "bob");

  /** The events as live frames have them; the event of place n is at index n - 1. */
  static final List<Event> LIVE =
      List.of(
          new Event.Joined(ADA, "created", "owner"),
          new Event.Joined(BOB, "invited", "member"),
          Posts.of(3, "draft"),
          new Event.Edited(3, "final", List.of()),
          new Event.Reacted(3, "👍", true),
          new Event.Pinned(3, true),
          Posts.of(7, "secret"),
          new Event.Deleted(7),
          new Event.Left(BOB, "removed"),
          Posts.of(10, "without bob"),
          new Event.Joined(BOB, "invited", "member"),
          Posts.of(12, "with bob"));

  private TestingRoom() {}

  static void addTo(TestingRun run) {
    for (int seq = 1; seq <= LIVE.size(); seq++) {
      run.stored.add(stored(seq));
      run.ada.add(shown(1, seq));
      if (seq > 1 && seq != 10) {
        run.bob.add(shown(1, seq));
      }
    }
    for (int seq = 1; seq <= LIVE.size(); seq++) {
      run.bob.add(new ClientEvent.LookedUp(39 * SECOND, 1, NAME, seq, 1, stored(seq).event()));
    }
    sort(run.ada);
    sort(run.bob);
  }

  static void sort(List<ClientEvent> log) {
    log.sort(Comparator.comparingLong(ClientEvent::at));
  }

  static StoredEvent stored(int seq) {
    return stored(seq, atTheEnd(seq));
  }

  static StoredEvent stored(int seq, Event event) {
    return new StoredEvent(NAME, seq, 1, "ada", clientId(seq), event, time(seq));
  }

  private static Event atTheEnd(int seq) {
    return switch (seq) {
      case 3 -> Posts.of(4, "final");
      case 4 -> new Event.Edited(3, null, List.of());
      case 7 -> Posts.of(7, "", true);
      default -> LIVE.get(seq - 1);
    };
  }

  private static String clientId(int seq) {
    return switch (LIVE.get(seq - 1)) {
      case Event.Posted posted -> posted.content();
      case Event.Edited edited -> edited.content();
      default -> "command-" + seq;
    };
  }

  static long time(int seq) {
    return (seq + 10) * SECOND;
  }

  static ClientEvent.Delivered shown(int connection, int seq) {
    return shown(connection, seq, time(seq) + 1);
  }

  static ClientEvent.Delivered shown(int connection, int seq, long at) {
    return shown(connection, seq, at, LIVE.get(seq - 1));
  }

  static ClientEvent.Delivered shown(int connection, int seq, long at, Event event) {
    return new ClientEvent.Delivered(at, connection, NAME, seq, 1, "ada", event, false);
  }

  /** Replaces what a client was shown at these places. */
  static void replace(List<ClientEvent> log, List<Integer> places, ClientEvent... instead) {
    List<ClientEvent> kept = new ArrayList<>(log);
    kept.removeIf(
        event ->
            event instanceof ClientEvent.Delivered shown
                && shown.conversation().equals(NAME)
                && places.contains((int) shown.seq()));
    kept.addAll(List.of(instead));
    log.clear();
    log.addAll(kept);
    sort(log);
  }
}
