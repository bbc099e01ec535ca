package dev.parley.tools.predecessor;

import java.time.Instant;

/**
 * A row of the predecessor's {@code messages}, as it is.
 *
 * @param content NULL if it is larger than {@link OldDatabase#MOST_BYTES}
 * @param bytes the size of the content
 * @param at the time of the message; if it has no usable one, the time of the messages before it
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

  /** Keeps what people wrote out of logs. */
  @Override
  public String toString() {
    return "message " + (id.raw() == null ? "without an id" : id.shown());
  }
}
