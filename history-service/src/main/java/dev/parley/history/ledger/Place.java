package dev.parley.history.ledger;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;

/** Where an event is. */
public record Place(ConversationId conversation, Sequence seq) {}
