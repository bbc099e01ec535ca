package dev.parley.protocol.redis;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;

/**
 * {@code {"user_id":12,"conversation":"global","seq":7,"connection":"g1-42"}}: a user has read so
 * far.
 *
 * @param connection the connection that moved it and needs no news of it; null when none did
 */
public record ReadMarkMoved(
    UserId userId, ConversationId conversation, Sequence seq, String connection) {}
