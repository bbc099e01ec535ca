package dev.parley.gateway.message;

import dev.parley.protocol.internal.ReadFeed;
import java.time.Instant;

/**
 * From when on to ask the feed. Not from the last answer but from the one before it: where
 * PostgreSQL stood still as a whole, a commit may be seen later than the margin allows, but by the
 * second look after that. Belongs to one reader at a time.
 */
final class FeedPosition {

  private volatile Instant last;
  private volatile Instant beforeLast;

  /** By the database's clock; null for all that the feed has. */
  Instant since() {
    return beforeLast == null ? null : beforeLast.minus(ReadFeed.MARGIN);
  }

  void readUntil(Instant until) {
    beforeLast = last == null ? until : last;
    last = until;
  }
}
