package dev.parley.client;

import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.ConversationState;
import dev.parley.client.frame.ServerFrame;
import dev.parley.client.socket.ClosedSocket;
import dev.parley.client.socket.Handshake;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A client of {@code parley.v2} as docs/protocol.md wants it: it resumes with its first frame,
 * pages where too much is missing, and sends again what was not acknowledged.
 */
final class SecondDialect implements Dialect {

  private static final long RESUME_LIMIT = Duration.ofSeconds(20).toNanos();
  private static final long PING_EVERY = Duration.ofSeconds(10).toNanos();
  private static final long SILENCE_LIMIT = Duration.ofSeconds(30).toNanos();

  private final Outbox outbox;
  private final OnlineUsers online;
  private final Timelines timelines;
  private final Outbox.Writer writer;
  private final Set<String> resuming = new HashSet<>();
  private String epoch;
  private long resumeBegan;
  private boolean everGreeted;
  private long heardAt;
  private long pingedAt;

  SecondDialect(Outbox outbox, OnlineUsers online, Timelines timelines, Outbox.Writer writer) {
    this.outbox = outbox;
    this.online = online;
    this.timelines = timelines;
    this.writer = writer;
  }

  @Override
  public Handshake prepare(Handshake handshake, String token) {
    return handshake.secondProtocol().bearer(token);
  }

  @Override
  public void opened(Connection connection) {
    timelines.opened(connection);
    heardAt = System.nanoTime();
    pingedAt = heardAt;
    resumeBegan = heardAt;
    Map<String, Long> cursors = timelines.cursors();
    resuming.addAll(cursors.keySet());
    connection.send(new ClientFrame.Resume(cursors));
  }

  @Override
  public void received(Connection connection, ServerFrame frame, long nanos) {
    heardAt = nanos;
    switch (frame) {
      case ServerFrame.Welcome welcome -> welcome(connection, welcome);
      case ServerFrame.Logged event -> timelines.live(connection, event, nanos);
      case ServerFrame.Ack ack -> outbox.acknowledged(ack);
      case ServerFrame.Refused refused -> outbox.refused(refused);
      case ServerFrame.Resumed resumed -> resumed(connection, resumed);
      case ServerFrame.Presence presence -> online.told(presence);
      case ServerFrame.UserList any -> {}
      case ServerFrame.Typing any -> {}
      case ServerFrame.Read any -> {}
      case ServerFrame.Unread any -> {}
      case ServerFrame.Call any -> {}
      case ServerFrame.Pong any -> {}
      case ServerFrame.Unknown any -> {}
      case ServerFrame.Unreadable any -> {}
    }
  }

  private void welcome(Connection connection, ServerFrame.Welcome welcome) {
    if (everGreeted && !Objects.equals(epoch, welcome.epoch())) {
      timelines.dropAll();
      resuming.clear();
      everGreeted = false;
    }
    epoch = welcome.epoch();
    welcome.conversations().forEach(known -> discover(connection, known));
    everGreeted = true;
    outbox.allAreDue();
    outbox.sendDue(writer);
  }

  /** A conversation that began while the client was away is read from its beginning. */
  private void discover(Connection connection, ConversationState known) {
    String name = known.conversation();
    if (timelines.know(name)) {
      return;
    }
    long before = Math.max(0, known.firstSeq() - 1);
    timelines.begin(name, everGreeted ? before : known.lastSeq());
    if (everGreeted && known.lastSeq() > before) {
      timelines.page(connection, name, known.lastSeq());
    }
  }

  private void resumed(Connection connection, ServerFrame.Resumed resumed) {
    resuming.remove(resumed.conversation());
    if (resumed.code() != null) {
      timelines.drop(resumed.conversation());
    } else if (!resumed.complete()) {
      timelines.page(connection, resumed.conversation(), resumed.lastSeq());
    }
  }

  @Override
  public void closed() {
    resuming.clear();
    timelines.closed();
  }

  @Override
  public void tick(Connection connection, boolean greeted) {
    if (greeted) {
      outbox.sendDue(writer);
    }
    long now = System.nanoTime();
    if (now - pingedAt > PING_EVERY) {
      pingedAt = now;
      connection.send(new ClientFrame.Ping());
    }
    if (now - heardAt > SILENCE_LIMIT
        || (!resuming.isEmpty() && now - resumeBegan > RESUME_LIMIT)) {
      connection.socket().drop(ClosedSocket.LOST);
    }
  }
}
