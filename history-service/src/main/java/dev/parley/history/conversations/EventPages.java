package dev.parley.history.conversations;

import dev.parley.history.events.EventRanges;
import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Snapshots;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.internal.ReadEvents.Range;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Reads the log of a conversation for one of its members. */
@Singleton
class EventPages {

  static final int MAX_EVENTS = ReadEvents.MAX_EVENTS;

  private final Snapshots snapshots;
  private final EventRanges ranges;

  EventPages(Snapshots snapshots, EventRanges ranges) {
    this.snapshots = snapshots;
    this.ranges = ranges;
  }

  /** The log has no gaps, so a page is a range. */
  EventPage read(User reader, ConversationId conversation, Sequence after, int limit)
      throws SQLException {
    Membership membership =
        snapshots.read(snapshot -> Membership.of(reader, conversation, snapshot));
    long last = membership.lastSeq().value();
    long from = Math.max(after.value() + 1, membership.firstSeq().value());
    long to = Math.min(last, from + limit - 1);
    List<Event> events = from > to ? List.of() : read(conversation, from, to);
    return new EventPage(events, membership.firstSeq(), membership.lastSeq(), to < last);
  }

  private List<Event> read(ConversationId conversation, long from, long to) throws SQLException {
    Range range = new Range(conversation, new Sequence(from), new Sequence(to));
    return ranges.read(List.of(range)).getFirst().events();
  }
}
