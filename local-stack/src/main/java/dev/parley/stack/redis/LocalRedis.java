package dev.parley.stack.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import redis.embedded.RedisServer;

/**
 * A real Redis, run from an embedded binary. It keeps nothing on disk: nothing durable is in it.
 */
public final class LocalRedis implements AutoCloseable {

  private final RedisServer server;

  private LocalRedis(RedisServer server) {
    this.server = server;
  }

  /** Listens on the loopback interface only. */
  public static LocalRedis start(int port) {
    RedisServer server =
        RedisServer.builder()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("save \"\"")
            .setting("appendonly no")
            .build();
    try {
      server.start();
    } catch (RuntimeException e) {
      throw new UncheckedIOException("Redis did not start on port " + port, new IOException(e));
    }
    return new LocalRedis(server);
  }

  public int port() {
    return ((List<?>) server.ports()).stream().map(Integer.class::cast).findFirst().orElseThrow();
  }

  public String url() {
    return "redis://localhost:" + port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
