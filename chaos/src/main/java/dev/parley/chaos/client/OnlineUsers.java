package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who is online, from {@code presence} frames. */
final class OnlineUsers {

  private final Map<Long, String> users = new HashMap<>();

  void received(JsonNode frame) {
    if (frame.has("full")) {
      users.clear();
      add(frame.path("full"));
    }
    add(frame.path("joined"));
    frame.path("left").forEach(user -> users.remove(user.path("id").asLong()));
  }

  private void add(JsonNode joined) {
    joined.forEach(
        user ->
            users.put(
                user.path("id").asLong(), ShownMessages.once(user.path("username").asText())));
  }

  void clear() {
    users.clear();
  }

  Set<String> names() {
    return Set.copyOf(users.values());
  }
}
