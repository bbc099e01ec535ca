package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.chaos.evidence.ClientEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Messages without an {@code ack}, at most {@value #MOST}. They are sent again after a reconnect,
 * when an {@code error} says so, and after ten seconds without any answer.
 */
final class Outbox {

  private static final int MOST = 40;
  private static final long WITHOUT_ANSWER = 10_000_000_000L;

  private static final class Outgoing {
    private final String content;
    private final String recipient;
    private boolean sentBefore;
    private long dueAt;

    Outgoing(String content, String recipient) {
      this.content = content;
      this.recipient = recipient;
    }
  }

  private final Surroundings surroundings;
  private final Journal journal;
  private final Map<String, Outgoing> waiting = new LinkedHashMap<>();

  Outbox(Surroundings surroundings, Journal journal) {
    this.surroundings = surroundings;
    this.journal = journal;
  }

  boolean isFull() {
    return waiting.size() >= MOST;
  }

  int size() {
    return waiting.size();
  }

  /** The content is unique, and serves as {@code client_id}. */
  void add(String content, String recipient) {
    waiting.put(content, new Outgoing(content, recipient));
  }

  void acknowledged(String clientId) {
    waiting.remove(clientId);
  }

  void againAt(String clientId, long dueAt) {
    Outgoing outgoing = waiting.get(clientId);
    if (outgoing != null) {
      outgoing.dueAt = dueAt;
    }
  }

  /** After a reconnect. */
  void allAreDue() {
    waiting.values().forEach(outgoing -> outgoing.dueAt = 0);
  }

  void sendDue(Socket socket) {
    long now = surroundings.clock().now();
    for (Outgoing outgoing : waiting.values()) {
      if (outgoing.dueAt <= now && !send(socket, outgoing)) {
        return;
      }
    }
  }

  private boolean send(Socket socket, Outgoing outgoing) {
    ObjectNode frame = surroundings.json().createObjectNode();
    frame.put("type", "chat").put("client_id", outgoing.content).put("content", outgoing.content);
    if (!outgoing.recipient.isEmpty()) {
      frame.put("recipient", outgoing.recipient);
    }
    long at = surroundings.clock().now();
    if (!socket.send(frame.toString())) {
      return false;
    }
    journal.add(
        new ClientEvent.Sent(
            at, socket.connection(), outgoing.content, outgoing.content, outgoing.sentBefore));
    outgoing.sentBefore = true;
    outgoing.dueAt = at + WITHOUT_ANSWER;
    return true;
  }
}
