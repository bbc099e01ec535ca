package dev.parley.gateway.presence;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is online, over all gateways. A user is online while at least one gateway knows them as
 * connected or lingering. Not thread-safe; {@link Presence} guards it.
 */
final class Roster {

  private final Map<UserId, Map<String, PresenceState>> states = new HashMap<>();
  private final Map<UserId, User> online = new HashMap<>();

  Optional<RosterChange> apply(String gateway, PresenceChange change) {
    UserId user = change.user().id();
    Map<String, PresenceState> everywhere = states.computeIfAbsent(user, any -> new HashMap<>());
    if (change.state() == PresenceState.GONE) {
      everywhere.remove(gateway);
    } else {
      everywhere.put(gateway, change.state());
    }
    if (everywhere.isEmpty()) {
      states.remove(user);
    }
    return outcome(change.user());
  }

  private Optional<RosterChange> outcome(User user) {
    boolean isOnline = states.containsKey(user.id());
    if (isOnline && online.put(user.id(), user) == null) {
      return Optional.of(new RosterChange.Joined(user));
    }
    if (!isOnline && online.remove(user.id()) != null) {
      return Optional.of(new RosterChange.Left(user));
    }
    return Optional.empty();
  }

  /** Replaces what is known of one gateway's users; those known there stay in their state. */
  List<RosterChange> replace(String gateway, Collection<User> users) {
    Set<UserId> present = users.stream().map(User::id).collect(Collectors.toSet());
    List<RosterChange> changes = new ArrayList<>();
    online.values().stream()
        .filter(user -> isKnownAt(gateway, user) && !present.contains(user.id()))
        .toList()
        .forEach(user -> apply(gateway, gone(user)).ifPresent(changes::add));
    users.stream()
        .filter(user -> !isKnownAt(gateway, user))
        .forEach(user -> apply(gateway, connected(user)).ifPresent(changes::add));
    return changes;
  }

  /** Forgets every gateway but these. */
  List<RosterChange> retain(Set<String> gateways) {
    Set<String> others = new HashSet<>();
    states.values().forEach(everywhere -> others.addAll(everywhere.keySet()));
    others.removeAll(gateways);
    return others.stream().flatMap(gateway -> replace(gateway, List.of()).stream()).toList();
  }

  private static PresenceChange gone(User user) {
    return new PresenceChange(user, PresenceState.GONE);
  }

  private static PresenceChange connected(User user) {
    return new PresenceChange(user, PresenceState.CONNECTED);
  }

  private boolean isKnownAt(String gateway, User user) {
    return states.getOrDefault(user.id(), Map.of()).containsKey(gateway);
  }

  /** Whether something can be delivered to this user now. */
  boolean isConnected(UserId user) {
    return states.getOrDefault(user, Map.of()).containsValue(PresenceState.CONNECTED);
  }

  boolean isOnline(UserId user) {
    return online.containsKey(user);
  }

  /** Everybody who is online, by name. */
  List<User> online() {
    return online.values().stream().sorted(Comparator.comparing(User::username)).toList();
  }
}
