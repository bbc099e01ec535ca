package dev.parley.testing;

import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.redis.LocalRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL and a real Redis, empty at the start:
 * {@code @QuarkusTestResource(RealServers.class)}.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

  private LocalPostgres postgres;
  private LocalRedis redis;

  @Override
  public Map<String, String> start() {
    postgres = LocalPostgres.start(temporaryFolder(), 0);
    redis = LocalRedis.start(freePort());
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
        "quarkus.datasource.username", postgres.username(),
        "quarkus.datasource.password", "",
        "quarkus.redis.hosts", redis.url());
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("parley-test-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (redis != null) {
      redis.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
