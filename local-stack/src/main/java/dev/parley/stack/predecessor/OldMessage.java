package dev.parley.stack.predecessor;

import java.time.Instant;

/**
 * A row of the predecessor's {@code messages}, as it is.
 *
 * @param content NULL where it is larger than {@link OldDatabase#MOST_BYTES}
 * @param bytes of the content
 * @param at the time of the message or, where it has none that can be used, of those before it
 */
record OldMessage(
    OldValue id,
    OldValue content,
    long bytes,
    OldValue senderId,
    OldValue recipientId,
    OldValue isGlobal,
    OldValue createdAt,
    Instant at) {

  /** What somebody wrote belongs into no log. */
  @Override
  public String toString() {
    return "message " + (id.raw() == null ? "without an id" : id.shown());
  }
}
