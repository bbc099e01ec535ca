package dev.parley.history.ledger;

import dev.parley.protocol.Emoji;
import dev.parley.protocol.UserId;

/** One user's emoji on a message. */
public record Reaction(Place target, Emoji emoji, UserId user) {}
