package dev.parley.history.ledger;

import dev.parley.protocol.User;

/** Somebody whom a command concerns. */
public record Account(User user, boolean isActive) {}
