package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.Protocol;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/**
 * A client of {@code parley.v2} as docs/protocol.md wants it: it resumes with its first frame,
 * pages where too much is missing, and sends again what was not acknowledged.
 */
final class SecondDialect implements Dialect {

  private static final long DEFAULT_RETRY_MILLIS = 1_000;
  private static final long RESUME_LIMIT = 20_000_000_000L;
  private static final long PING_EVERY = 10_000_000_000L;
  private static final long SILENCE_LIMIT = 30_000_000_000L;

  private final Surroundings surroundings;
  private final Journal journal;
  private final Outbox outbox;
  private final OnlineUsers online;
  private final Timelines timelines;
  private final Set<String> resuming = new HashSet<>();
  private long resumeBegan;
  private boolean greeted;
  private boolean everGreeted;
  private long heardAt;
  private long pingedAt;

  /**
   * @param lock the client's, for what happens outside of a call
   */
  SecondDialect(Surroundings surroundings, Journal journal, Lock lock) {
    this.surroundings = surroundings;
    this.journal = journal;
    this.outbox = new Outbox(surroundings, journal);
    this.online = new OnlineUsers(journal);
    this.timelines = new Timelines(surroundings, journal, lock);
  }

  @Override
  public Protocol protocol() {
    return Protocol.SECOND;
  }

  @Override
  public URI prepare(WebSocket.Builder builder, URI address, Login login) {
    builder.subprotocols("parley.v2").header("Authorization", "Bearer " + login.token());
    return address;
  }

  @Override
  public void opened(Socket socket) {
    timelines.opened(socket);
    greeted = false;
    heardAt = surroundings.clock().now();
    pingedAt = heardAt;
    resuming.addAll(timelines.names());
    resumeBegan = surroundings.clock().now();
    resume(socket);
  }

  private void resume(Socket socket) {
    ObjectNode frame = surroundings.json().createObjectNode();
    ObjectNode cursors = frame.put("type", "resume").putObject("conversations");
    resuming.forEach(name -> cursors.put(name, timelines.cursor(name)));
    socket.send(frame.toString());
  }

  @Override
  public void received(Socket socket, JsonNode frame, long at) {
    heardAt = at;
    switch (frame.path("type").asText()) {
      case "welcome" -> welcome(socket, frame, at);
      case "chat", "chat_sent" -> timelines.live(socket, frame, at);
      case "ack" -> acknowledged(socket, frame, at);
      case "error" -> refused(socket, frame, at);
      case "resumed" -> resumed(socket, frame, at);
      case "presence" -> online.received(socket, frame, at);
      default -> {}
    }
  }

  private void welcome(Socket socket, JsonNode frame, long at) {
    journal.add(new ClientEvent.Greeted(at, socket.connection()));
    greeted = true;
    frame
        .path("conversations")
        .forEach(
            known ->
                discover(
                    socket,
                    ShownMessages.once(known.path("conversation").asText()),
                    known.path("last_seq").asLong()));
    everGreeted = true;
    outbox.allAreDue();
    outbox.sendDue(socket);
  }

  /** A conversation that began while the client was away is read from its beginning. */
  private void discover(Socket socket, String name, long lastSeq) {
    if (timelines.know(name)) {
      return;
    }
    timelines.begin(name, everGreeted ? 0 : lastSeq);
    if (everGreeted && lastSeq > 0) {
      timelines.page(socket, name, lastSeq);
    }
  }

  private void acknowledged(Socket socket, JsonNode frame, long at) {
    String clientId = ShownMessages.once(frame.path("client_id").asText());
    outbox.acknowledged(clientId);
    journal.add(
        new ClientEvent.Acknowledged(
            at,
            socket.connection(),
            clientId,
            ShownMessages.once(frame.path("conversation").asText()),
            frame.path("seq").asLong(),
            frame.path("duplicate").asBoolean()));
  }

  private void refused(Socket socket, JsonNode frame, long at) {
    String clientId = ShownMessages.once(frame.path("client_id").asText(""));
    String code = ShownMessages.once(frame.path("code").asText());
    journal.add(new ClientEvent.Refused(at, socket.connection(), clientId, code));
    long again = at + frame.path("retry_after_ms").asLong(DEFAULT_RETRY_MILLIS) * 1_000_000L;
    if (!clientId.isEmpty()) {
      outbox.againAt(clientId, again);
    }
  }

  private void resumed(Socket socket, JsonNode frame, long at) {
    String name = ShownMessages.once(frame.path("conversation").asText());
    boolean complete = frame.path("complete").asBoolean();
    long lastSeq = frame.path("last_seq").asLong();
    resuming.remove(name);
    journal.add(new ClientEvent.Resumed(at, socket.connection(), name, lastSeq, complete));
    if (!complete) {
      timelines.page(socket, name, lastSeq);
    }
  }

  @Override
  public void closed() {
    greeted = false;
    resuming.clear();
    timelines.closed();
    online.clear();
  }

  @Override
  public void send(Socket socket, String content, String recipient) {
    if (outbox.isFull()) {
      return;
    }
    outbox.add(content, recipient);
    if (socket != null && greeted) {
      outbox.sendDue(socket);
    }
  }

  @Override
  public void tick(Socket socket) {
    if (socket == null) {
      return;
    }
    if (greeted) {
      outbox.sendDue(socket);
    }
    long now = surroundings.clock().now();
    if (now - pingedAt > PING_EVERY) {
      pingedAt = now;
      socket.send("{\"type\":\"ping\"}");
    }
    if (now - heardAt > SILENCE_LIMIT
        || (!resuming.isEmpty() && now - resumeBegan > RESUME_LIMIT)) {
      socket.abort(Socket.ABNORMAL);
    }
  }

  @Override
  public Set<String> shownOnline() {
    return online.names();
  }

  @Override
  public int unacknowledged() {
    return outbox.size();
  }
}
