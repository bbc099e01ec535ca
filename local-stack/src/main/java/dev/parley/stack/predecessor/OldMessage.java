package dev.parley.stack.predecessor;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A row of the predecessor's {@code messages}.
 *
 * @param recipientId empty where the message was to everybody, or to nobody in particular
 */
record OldMessage(
    long id, String content, long senderId, OptionalLong recipientId, Instant createdAt) {}
