package dev.parley.gateway.connection;

import dev.parley.gateway.GatewayId;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Every connection of this gateway. Thread-safe; nothing here blocks. */
@Singleton
public class Connections {

  private final Map<UserId, Set<Connection>> byUser = new ConcurrentHashMap<>();
  private final Map<EventLoop, Shard> shards = new ConcurrentHashMap<>();
  private final EndedSessions ended = new EndedSessions(System::nanoTime);
  private final GatewayId gateway;
  private final ConnectionConfig config;
  private final Clock clock;
  private final ConnectionMetrics counts;

  Connections(
      GatewayId gateway,
      ConnectionConfig config,
      Clock clock,
      ConnectionMetrics counts,
      MeterRegistry metrics) {
    this.gateway = gateway;
    this.config = config;
    this.clock = clock;
    this.counts = counts;
    metrics.gauge("parley.connections", this, Connections::count);
    metrics.gauge("parley.connections.queued.bytes", this, it -> it.inAll(Shard::queuedBytes));
    metrics.gauge("parley.connections.queued.turns", this, it -> it.inAll(Shard::queuedTurns));
  }

  /** Empty if this user already has too many. */
  public Optional<Connection> open(
      WebSocketConnection socket, Channel channel, VerifiedSession session) {
    Shard shard = shardOf(channel.eventLoop());
    Connection connection =
        new Connection(
            gateway + "-" + socket.id(),
            session,
            Protocol.of(socket.subprotocol()),
            channel,
            new Outbound(shard, channel, socket, config),
            new SendLimit(config, System.nanoTime()));
    if (!add(connection)) {
      return Optional.empty();
    }
    shard.add(connection);
    counts.opened();
    closeIfEnded(connection);
    return Optional.of(connection);
  }

  /** Its session may have ended after it was verified and before it was registered here. */
  private void closeIfEnded(Connection connection) {
    if (ended.contains(connection.session().sessionId())) {
      connection.close(Closing.SESSION_INVALID);
    }
  }

  /** The socket is gone. */
  public void closed(Connection connection) {
    remove(connection);
    connection.outbound().shard().remove(connection);
  }

  private boolean add(Connection connection) {
    Set<Connection> others =
        byUser.compute(
            connection.userId(),
            (user, sockets) -> {
              Set<Connection> all = sockets == null ? new HashSet<>() : new HashSet<>(sockets);
              if (all.size() < config.maxPerUser()) {
                all.add(connection);
              }
              return Set.copyOf(all);
            });
    return others.contains(connection);
  }

  private void remove(Connection connection) {
    byUser.computeIfPresent(
        connection.userId(),
        (user, sockets) -> {
          Set<Connection> others = new HashSet<>(sockets);
          others.remove(connection);
          return others.isEmpty() ? null : Set.copyOf(others);
        });
  }

  private Shard shardOf(EventLoop loop) {
    return shards.computeIfAbsent(loop, this::newShard);
  }

  private Shard newShard(EventLoop loop) {
    Shard shard = new Shard(loop, counts);
    shard.sweepEverySecond(
        () -> {
          long nowNanos = System.nanoTime();
          Instant now = clock.instant();
          return connection -> check(connection, nowNanos, now);
        });
    return shard;
  }

  private void check(Connection connection, long nowNanos, Instant now) {
    connection.outbound().checkProgress(nowNanos);
    if (connection.session().isExpiredAt(now)) {
      connection.close(Closing.SESSION_INVALID);
    }
    if (connection.isResumeOverdue(nowNanos, config.resumeWithin())) {
      connection.close(Closing.RESUME_EXPECTED);
    }
    if (nowNanos - connection.heardAtNanos() > config.silentAfter().toNanos()) {
      connection.outbound().cutOff();
    }
  }

  /** The connections of one user to this gateway; empty if there are none. */
  public Collection<Connection> of(UserId user) {
    return byUser.getOrDefault(user, Set.of());
  }

  /** False once the socket is gone. */
  public boolean has(Connection connection) {
    return of(connection.userId()).contains(connection);
  }

  public boolean isLocal(UserId user) {
    return byUser.containsKey(user);
  }

  public boolean isEmpty() {
    return byUser.isEmpty();
  }

  public void sendTo(UserId user, EncodedFrame frame) {
    of(user).forEach(connection -> connection.send(frame));
  }

  /** Sends the event to every connection that is in the audience. */
  public void deliver(Audience audience, Delivery delivery) {
    audience.shard().deliver(audience, delivery);
  }

  /** Sends a frame that is no event to those in the audience that are chosen. */
  public void send(Audience audience, EncodedFrame frame, Predicate<Connection> chosen) {
    audience.shard().send(audience, frame, chosen);
  }

  /**
   * Sends to every open connection that is chosen. The choice is made on event loops and must be
   * quick.
   */
  public void broadcast(EncodedFrame frame, Predicate<Connection> chosen) {
    shards.values().forEach(shard -> shard.broadcast(frame, chosen));
  }

  /** Closes the sockets of these sessions, and for a while also new ones. */
  public void closeSessions(Collection<SessionId> sessions) {
    ended.add(sessions);
    Set<SessionId> closed = Set.copyOf(sessions);
    all().stream()
        .filter(connection -> closed.contains(connection.session().sessionId()))
        .forEach(connection -> connection.close(Closing.SESSION_INVALID));
  }

  /** Those that have a connection here. */
  public Set<SessionId> sessions() {
    return all().stream()
        .map(connection -> connection.session().sessionId())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those with which somebody did something within this time. */
  public Set<SessionId> sessionsUsedWithin(Duration time) {
    long since = System.nanoTime() - time.toNanos();
    return all().stream()
        .filter(connection -> connection.wasUsedSince(since))
        .map(connection -> connection.session().sessionId())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of this moment. */
  public List<Connection> all() {
    return byUser.values().stream().flatMap(Set::stream).toList();
  }

  private int count() {
    return byUser.values().stream().mapToInt(Set::size).sum();
  }

  private long inAll(ToLongFunction<Shard> measure) {
    return shards.values().stream().mapToLong(measure).sum();
  }
}
