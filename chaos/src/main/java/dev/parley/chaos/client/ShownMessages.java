package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.chaos.evidence.ClientEvent;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Makes events of messages. Each text is kept once for all clients: a run delivers every message
 * some dozens of times.
 */
final class ShownMessages {

  private static final ConcurrentMap<String, String> TEXTS = new ConcurrentHashMap<>();

  private ShownMessages() {}

  static ClientEvent.Delivered of(JsonNode message, long at, int connection, boolean paged) {
    return new ClientEvent.Delivered(
        at,
        connection,
        once(message.path("conversation").asText()),
        message.path("seq").asLong(),
        once(message.path("sender").asText()),
        once(message.path("content").asText()),
        paged);
  }

  static String once(String text) {
    String known = TEXTS.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
