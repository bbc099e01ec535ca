package dev.parley.history.ledger;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;

/** A user at a conversation, whether they are a member or banned. */
public record Seat(ConversationId conversation, UserId user) {}
