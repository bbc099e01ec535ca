package dev.parley.client;

import dev.parley.client.frame.Person;
import dev.parley.client.frame.ServerFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is online, from the frames of either protocol. Called under the client's lock. */
final class OnlineUsers {

  private final Map<Long, String> users = new HashMap<>();
  private Set<String> listed = Set.of();

  void told(ServerFrame.Presence presence) {
    if (presence.full() != null) {
      users.clear();
      presence.full().forEach(this::add);
    }
    presence.joined().forEach(this::add);
    presence.left().forEach(user -> users.remove(user.id()));
  }

  private void add(Person user) {
    users.put(user.id(), user.username());
  }

  void told(ServerFrame.UserList list) {
    listed = Set.copyOf(list.users());
  }

  void clear() {
    users.clear();
    listed = Set.of();
  }

  Set<String> names() {
    Set<String> names = new HashSet<>(listed);
    names.addAll(users.values());
    return names;
  }
}
