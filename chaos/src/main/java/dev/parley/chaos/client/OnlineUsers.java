package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.chaos.evidence.ClientEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who is online, from {@code presence} frames. */
final class OnlineUsers {

  private final Journal journal;
  private final Map<Long, String> users = new HashMap<>();

  OnlineUsers(Journal journal) {
    this.journal = journal;
  }

  void received(Socket socket, JsonNode frame, long at) {
    Map<Long, String> full = usersIn(frame.path("full"));
    Map<Long, String> joined = usersIn(frame.path("joined"));
    Map<Long, String> left = usersIn(frame.path("left"));
    if (frame.has("full")) {
      users.clear();
      users.putAll(full);
    }
    users.putAll(joined);
    users.keySet().removeAll(left.keySet());
    journal.add(
        new ClientEvent.PresenceTold(
            at, socket.connection(), names(full), names(joined), names(left)));
  }

  private static Map<Long, String> usersIn(JsonNode list) {
    Map<Long, String> found = new HashMap<>();
    list.forEach(
        user ->
            found.put(
                user.path("id").asLong(), ShownMessages.once(user.path("username").asText())));
    return found;
  }

  private static Set<String> names(Map<Long, String> users) {
    return Set.copyOf(users.values());
  }

  void clear() {
    users.clear();
  }

  Set<String> names() {
    return names(users);
  }
}
