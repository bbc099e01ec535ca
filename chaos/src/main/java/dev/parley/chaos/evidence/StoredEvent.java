package dev.parley.chaos.evidence;

import dev.parley.client.frame.Event;

/**
 * An event as it stands in the tables of the history service. A message is in its current state;
 * all other events are as they happened, except that a stored edit has no text.
 *
 * @param senderId 0 if the server acts; {@code sender} is empty then
 * @param clientId empty if there is none
 * @param createdAt nanoseconds since the run began; the event was committed later than that
 */
public record StoredEvent(
    String conversation,
    long seq,
    long senderId,
    String sender,
    String clientId,
    Event event,
    long createdAt) {

  /** A message that was neither edited nor deleted. */
  public StoredEvent(
      String conversation,
      long seq,
      long senderId,
      String sender,
      String clientId,
      String content,
      long createdAt) {
    this(conversation, seq, senderId, sender, clientId, Posts.of(seq, content), createdAt);
  }

  /** The text of a message, or the empty string. */
  public String content() {
    return Posts.text(event);
  }

  /** Whether it is a message, and still there. */
  public boolean isReadable() {
    return event instanceof Event.Posted posted && !posted.deleted();
  }
}
