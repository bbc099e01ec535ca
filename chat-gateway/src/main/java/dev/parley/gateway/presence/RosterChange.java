package dev.parley.gateway.presence;

import dev.parley.protocol.User;

/** Somebody came online, or went offline, seen over all gateways. */
sealed interface RosterChange {

  User user();

  record Joined(User user) implements RosterChange {}

  record Left(User user) implements RosterChange {}
}
