package dev.parley.chaos.evidence;

import dev.parley.client.frame.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * When a user was in a room, according to its log.
 *
 * @param turns the {@code joined} and {@code left} events about the user, the first one first
 */
public record Membership(List<StoredEvent> turns) {

  public Membership {
    turns = List.copyOf(turns);
  }

  static Membership of(List<StoredEvent> log, long user) {
    return new Membership(log.stream().filter(event -> isAbout(event.event(), user)).toList());
  }

  private static boolean isAbout(Event event, long user) {
    return switch (event) {
      case Event.Joined joined -> joined.user().id() == user;
      case Event.Left left -> left.user().id() == user;
      default -> false;
    };
  }

  public boolean isMemberAtTheEnd() {
    return !turns.isEmpty() && turns.getLast().event() instanceof Event.Joined;
  }

  /** Whether the event at this place is for the user. Their own {@code left} event is. */
  public boolean includes(long seq) {
    Optional<StoredEvent> last =
        turns.stream().filter(turn -> turn.seq() <= seq).reduce((earlier, later) -> later);
    return last.isPresent()
        && (last.get().event() instanceof Event.Joined || last.get().seq() == seq);
  }

  /** The next {@code joined} after this place. */
  public Optional<StoredEvent> arrivalAfter(long seq) {
    return turns.stream()
        .filter(turn -> turn.seq() > seq && turn.event() instanceof Event.Joined)
        .findFirst();
  }

  /**
   * Whether the user may have been outside at any time between {@code begin} and {@code end}.
   *
   * @param seenAt the first time at which anybody knew of an arrival: it was committed by then
   */
  public boolean wasOutside(long begin, long end, ToLongFunction<StoredEvent> seenAt) {
    long outsideSince = Long.MIN_VALUE;
    for (StoredEvent turn : turns) {
      if (turn.event() instanceof Event.Left) {
        outsideSince = turn.createdAt();
      } else if (outsideSince <= end && seenAt.applyAsLong(turn) >= begin) {
        return true;
      } else {
        outsideSince = Long.MAX_VALUE;
      }
    }
    return outsideSince <= end;
  }

  /** Whether the user stayed from this place to the end. */
  public boolean holdsFrom(long seq) {
    return includes(seq)
        && turns.stream()
            .noneMatch(turn -> turn.seq() >= seq && turn.event() instanceof Event.Left);
  }
}
