package dev.parley.gateway.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;

/**
 * Sends publishes and writes to Redis on one connection of its own, pipelined and in the order of
 * the calls: through the pool they would overtake each other. While the connection is being made,
 * up to {@value #MAX_WAITING} of them wait; when Redis refuses one, or more than these wait, they
 * are dropped and counted, and the gateways repair what they miss. Thread-safe; never blocks.
 */
@Singleton
public class Publisher {

  static final int MAX_WAITING = 10_000;

  private static final Logger LOG = Logger.getLogger(Publisher.class);

  private final Redis redis;
  private final Counter dropped;
  private final Queue<Request> waiting = new ArrayDeque<>();
  private RedisConnection connection;
  private boolean connecting;

  Publisher(Redis redis, MeterRegistry metrics) {
    this.redis = redis;
    this.dropped = metrics.counter("parley.redis.commands.dropped");
  }

  void publish(String channel, String payload) {
    enqueue(Request.cmd(Command.PUBLISH).arg(channel).arg(payload));
  }

  /** In turn with the publishes. */
  public synchronized void enqueue(Request request) {
    if (connection != null) {
      send(request);
    } else if (waiting.size() < MAX_WAITING) {
      waiting.add(request);
      connect();
    } else {
      dropped.increment();
    }
  }

  private void send(Request request) {
    RedisConnection used = connection;
    used.send(request).subscribe().with(receivers -> {}, failure -> lost(used, failure));
  }

  private void connect() {
    if (!connecting) {
      connecting = true;
      redis.connect().subscribe().with(this::connected, this::notConnected);
    }
  }

  private synchronized void connected(RedisConnection made) {
    connecting = false;
    connection = made;
    made.endHandler(() -> lost(made, new IllegalStateException("the connection ended")));
    waiting.forEach(this::send);
    waiting.clear();
  }

  private synchronized void notConnected(Throwable failure) {
    LOG.warnf("Redis is away, %d commands dropped: %s", waiting.size(), failure.getMessage());
    connecting = false;
    dropped.increment(waiting.size());
    waiting.clear();
  }

  private synchronized void lost(RedisConnection used, Throwable failure) {
    dropped.increment();
    if (used.equals(connection)) {
      LOG.warnf("The Redis connection for publishing is lost: %s", failure.getMessage());
      connection = null;
      used.close().subscribe().with(closed -> {}, ignored -> {});
    }
  }
}
