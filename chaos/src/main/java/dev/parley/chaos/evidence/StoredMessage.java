package dev.parley.chaos.evidence;

/**
 * A row of the history service's table.
 *
 * @param clientId empty where there is none
 * @param createdAt nanoseconds since the run began
 */
public record StoredMessage(
    String conversation,
    long seq,
    long senderId,
    String sender,
    String clientId,
    String content,
    long createdAt) {}
