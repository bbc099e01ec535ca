package dev.parley.gateway.presence;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  private List<User> onlineByName = List.of();
  private final Map<String, Map<UserId, User>> byGateway = new HashMap<>();

  Optional<RosterChange> apply(String gateway, PresenceChange change) {
    User user = change.user();
    if (change.state() == PresenceState.GONE) {
      remove(gateway, user.id());
    } else {
      states.computeIfAbsent(user.id(), any -> new HashMap<>()).put(gateway, change.state());
      byGateway.computeIfAbsent(gateway, any -> new HashMap<>()).put(user.id(), user);
    }
    return outcome(user);
  }

  private void remove(String gateway, UserId user) {
    states.computeIfPresent(user, (id, everywhere) -> without(gateway, everywhere));
    byGateway.computeIfPresent(gateway, (id, users) -> without(user, users));
  }

  private static <K, V> Map<K, V> without(K key, Map<K, V> map) {
    map.remove(key);
    return map.isEmpty() ? null : map;
  }

  private Optional<RosterChange> outcome(User user) {
    boolean isOnline = states.containsKey(user.id());
    if (isOnline && online.put(user.id(), user) == null) {
      onlineByName = null;
      return Optional.of(new RosterChange.Joined(user));
    }
    if (!isOnline && online.remove(user.id()) != null) {
      onlineByName = null;
      return Optional.of(new RosterChange.Left(user));
    }
    return Optional.empty();
  }

  /** Replaces what is known of one gateway's users. */
  List<RosterChange> replace(String gateway, Map<User, PresenceState> users) {
    List<RosterChange> changes = new ArrayList<>();
    users.forEach(
        (user, state) -> apply(gateway, new PresenceChange(user, state)).ifPresent(changes::add));
    Set<UserId> present = users.keySet().stream().map(User::id).collect(Collectors.toSet());
    List.copyOf(byGateway.getOrDefault(gateway, Map.of()).values()).stream()
        .filter(user -> !present.contains(user.id()))
        .forEach(user -> apply(gateway, gone(user)).ifPresent(changes::add));
    return changes;
  }

  private static PresenceChange gone(User user) {
    return new PresenceChange(user, PresenceState.GONE);
  }

  /** The gateways that have users. */
  Set<String> gateways() {
    return Set.copyOf(byGateway.keySet());
  }

  /** Whether something can be delivered to this user now. */
  boolean isConnected(UserId user) {
    return states.getOrDefault(user, Map.of()).containsValue(PresenceState.CONNECTED);
  }

  boolean isOnline(UserId user) {
    return online.containsKey(user);
  }

  int countOnline() {
    return online.size();
  }

  /** Everybody who is online, by name; the same list until somebody comes or goes. */
  List<User> online() {
    if (onlineByName == null) {
      onlineByName = online.values().stream().sorted(Comparator.comparing(User::username)).toList();
    }
    return onlineByName;
  }
}
