package dev.parley.gateway.redis;

import dev.parley.gateway.Timers;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One connection to Redis that is made again whenever it is lost, until it holds: one attempt at a
 * time, each with a time limit, with growing pauses between them. A connection that is given up is
 * really closed. Everything here happens on one event loop, that of {@link #loop()}.
 */
final class KeptConnection {

  /** Is told, on the event loop, how it stands. */
  interface Owner {

    /** A new connection, on which nothing was sent yet. */
    void opened(RedisConnection connection);

    /** It was open and is not any more. */
    void lost(String cause);
  }

  private final DedicatedClients clients;
  private final RedisConfig config;
  private final Vertx vertx;
  private final Timers timers;
  private final Owner owner;
  private final Context loop;
  private final Backoff backoff;

  /** Null between two attempts. */
  private Redis client;

  private RedisConnection connection;
  private long limit;
  private boolean ended;

  KeptConnection(
      DedicatedClients clients, RedisConfig config, Vertx vertx, Timers timers, Owner owner) {
    this.clients = clients;
    this.config = config;
    this.vertx = vertx;
    this.timers = timers;
    this.owner = owner;
    this.loop = vertx.getOrCreateContext();
    this.backoff =
        new Backoff(config.retryAfter(), config.retryAtMost(), ThreadLocalRandom.current());
  }

  Context loop() {
    return loop;
  }

  void begin() {
    loop.runOnContext(begun -> attempt());
  }

  private void attempt() {
    if (ended) {
      return;
    }
    Redis attempted = clients.make(vertx, config);
    client = attempted;
    limit =
        timers.after(
            config.attemptWithin(), timer -> drop(attempted, "Redis did not answer in time"));
    attempted.connect().onComplete(result -> finished(attempted, result));
  }

  private void finished(Redis attempted, AsyncResult<RedisConnection> result) {
    if (result.failed()) {
      drop(attempted, result.cause().getMessage());
    } else if (attempted.equals(client)) {
      timers.cancel(limit);
      opened(attempted, result.result());
    }
  }

  private void opened(Redis attempted, RedisConnection made) {
    made.endHandler(end -> drop(attempted, "the connection ended"));
    made.exceptionHandler(failure -> drop(attempted, failure.getMessage()));
    connection = made;
    backoff.reset();
    owner.opened(made);
  }

  /** Closes it where it is open, and makes another one. On the event loop only. */
  void giveUp(String cause) {
    if (connection != null) {
      drop(client, cause);
    }
  }

  private void drop(Redis dropped, String cause) {
    if (!dropped.equals(client)) {
      return;
    }
    boolean wasOpen = connection != null;
    close();
    if (wasOpen) {
      owner.lost(cause);
    }
    timers.after(backoff.next(), timer -> attempt());
  }

  private void close() {
    timers.cancel(limit);
    Redis closed = client;
    client = null;
    connection = null;
    closed.close();
  }

  /** For good; nobody is told. */
  void end() {
    loop.runOnContext(
        ending -> {
          ended = true;
          if (client != null) {
            close();
          }
        });
  }
}
