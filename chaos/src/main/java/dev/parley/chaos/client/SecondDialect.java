package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.Protocol;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
  private static final Duration PAGE_RETRY = Duration.ofMillis(500);

  private final Surroundings surroundings;
  private final Journal journal;
  private final Lock lock;
  private final Outbox outbox;
  private final OnlineUsers online = new OnlineUsers();
  private final Map<String, Timeline> timelines = new HashMap<>();
  private final Set<String> resuming = new HashSet<>();
  private long resumeBegan;
  private long resumeAgainAt;
  private boolean greeted;
  private boolean everGreeted;
  private long heardAt;
  private long pingedAt;
  private Socket current;

  /**
   * @param lock the client's, for what happens outside of a call
   */
  SecondDialect(Surroundings surroundings, Journal journal, Lock lock) {
    this.lock = lock;
    this.surroundings = surroundings;
    this.journal = journal;
    this.outbox = new Outbox(surroundings, journal);
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
    current = socket;
    greeted = false;
    heardAt = surroundings.clock().now();
    pingedAt = heardAt;
    if (everGreeted) {
      resuming.addAll(timelines.keySet());
      resumeBegan = surroundings.clock().now();
      resume(socket);
    }
  }

  private void resume(Socket socket) {
    ObjectNode frame = surroundings.json().createObjectNode();
    ObjectNode cursors = frame.put("type", "resume").putObject("conversations");
    resuming.forEach(name -> cursors.put(name, timelines.get(name).cursor()));
    resumeAgainAt = Long.MAX_VALUE;
    socket.send(frame.toString());
  }

  @Override
  public void received(Socket socket, JsonNode frame, long at) {
    heardAt = at;
    switch (frame.path("type").asText()) {
      case "welcome" -> welcome(socket, frame, at);
      case "chat", "chat_sent" -> message(socket, frame, at);
      case "ack" -> acknowledged(socket, frame, at);
      case "error" -> refused(socket, frame, at);
      case "resumed" -> resumed(socket, frame, at);
      case "presence" -> online.received(frame);
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
    if (timelines.containsKey(name)) {
      return;
    }
    timelines.put(name, new Timeline(everGreeted ? 0 : lastSeq));
    if (everGreeted && lastSeq > 0) {
      page(socket, name, lastSeq);
    }
  }

  private Timeline timeline(String name) {
    return timelines.computeIfAbsent(ShownMessages.once(name), any -> new Timeline(0));
  }

  private void message(Socket socket, JsonNode frame, long at) {
    Timeline timeline = timeline(frame.path("conversation").asText());
    if (timeline.isPaging()) {
      timeline.keepAside(frame);
    } else {
      show(timeline, socket, frame, at, false);
    }
  }

  private void show(Timeline timeline, Socket socket, JsonNode message, long at, boolean paged) {
    ClientEvent.Delivered shown = ShownMessages.of(message, at, socket.connection(), paged);
    timeline.shown(shown.seq());
    journal.add(shown);
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
    } else if (!resuming.isEmpty()) {
      resumeAgainAt = again;
    }
  }

  private void resumed(Socket socket, JsonNode frame, long at) {
    String name = ShownMessages.once(frame.path("conversation").asText());
    boolean complete = frame.path("complete").asBoolean();
    long lastSeq = frame.path("last_seq").asLong();
    resuming.remove(name);
    journal.add(new ClientEvent.Resumed(at, socket.connection(), name, lastSeq, complete));
    if (!complete) {
      page(socket, name, lastSeq);
    }
  }

  private void page(Socket socket, String name, long upTo) {
    Timeline timeline = timeline(name);
    if (!timeline.isPaging()) {
      timeline.beginPaging();
      surroundings.blocking().execute(() -> readPage(socket, name, upTo));
    }
  }

  /** Takes the lock only before and after the request. */
  private void readPage(Socket socket, String name, long upTo) {
    long after = cursorIfCurrent(socket, name);
    if (after < 0) {
      return;
    }
    try {
      JsonNode page = surroundings.requests().messagesAfter(name, after, socket.login().token());
      read(socket, name, upTo, page);
    } catch (UncheckedIOException e) {
      surroundings.later(PAGE_RETRY, () -> readPage(socket, name, upTo));
    }
  }

  /** -1 where the connection has ended: the next one resumes. */
  private long cursorIfCurrent(Socket socket, String name) {
    lock.lock();
    try {
      return isCurrent(socket) ? timeline(name).cursor() : -1;
    } finally {
      lock.unlock();
    }
  }

  private void read(Socket socket, String name, long upTo, JsonNode page) {
    lock.lock();
    try {
      if (isCurrent(socket)) {
        take(socket, name, upTo, page);
      }
    } finally {
      lock.unlock();
    }
  }

  private void take(Socket socket, String name, long upTo, JsonNode page) {
    long at = surroundings.clock().now();
    Timeline timeline = timeline(name);
    page.path("messages").forEach(message -> show(timeline, socket, message, at, true));
    long needed = Math.max(upTo, timeline.pagesNeededUpTo());
    if (page.path("has_more").asBoolean() || timeline.cursor() < needed) {
      surroundings.later(Duration.ZERO, () -> readPage(socket, name, needed));
    } else {
      timeline.endPaging().forEach(live -> show(timeline, socket, live, at, false));
    }
  }

  private boolean isCurrent(Socket socket) {
    return socket == current;
  }

  @Override
  public void closed() {
    current = null;
    greeted = false;
    resuming.clear();
    timelines.values().forEach(timeline -> timeline.endPaging());
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
    if (!resuming.isEmpty() && now >= resumeAgainAt) {
      resume(socket);
    }
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
