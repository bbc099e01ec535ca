package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a client sent and has no acknowledgement of yet, in the order of its sending. */
final class Outbox {

  /** One of them. */
  record Message(
      String clientId, String content, long sentAtNanos, CompletableFuture<JsonNode> receipt) {}

  private final String prefix = RandomLetters.of(8);
  private final Map<String, Message> waiting = new LinkedHashMap<>();
  private long longestWaitNanos;
  private int sent;

  synchronized Message add(String content) {
    String clientId = prefix + "-" + sent++;
    Message message = new Message(clientId, content, System.nanoTime(), new CompletableFuture<>());
    waiting.put(clientId, message);
    return message;
  }

  /** A second acknowledgement, of what was sent twice, changes nothing. */
  void acknowledged(JsonNode ack) {
    Message message = remove(ack.get("client_id").asText());
    if (message != null) {
      var unused = message.receipt().completeAsync(() -> ack, ResumingClient.THREADS);
    }
  }

  private synchronized Message remove(String clientId) {
    Message message = waiting.remove(clientId);
    if (message != null) {
      longestWaitNanos = Math.max(longestWaitNanos, System.nanoTime() - message.sentAtNanos());
    }
    return message;
  }

  synchronized List<Message> waiting() {
    return List.copyOf(waiting.values());
  }

  synchronized Duration longestWait() {
    return Duration.ofNanos(longestWaitNanos);
  }
}
