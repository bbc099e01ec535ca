package dev.parley.history.ledger;

import dev.parley.protocol.UserId;
import java.time.Instant;

/** Keeps a user out of a room. */
public record Ban(UserId by, Instant at) {}
