package dev.parley.testing;

import java.util.Locale;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The images that Parley runs on in production. */
record ContainerServers(PostgreSQLContainer postgres, GenericContainer<?> redis)
    implements RealServers.Servers {

  private static final int REDIS_PORT = 6379;

  @SuppressWarnings("resource") // closed by close()
  static ContainerServers start() {
    PostgreSQLContainer postgres = new PostgreSQLContainer(DockerImageName.parse("postgres:17"));
    GenericContainer<?> redis =
        new GenericContainer<>(DockerImageName.parse("redis:8")).withExposedPorts(REDIS_PORT);
    Startables.deepStart(postgres, redis).join();
    return new ContainerServers(postgres, redis);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.getJdbcUrl(),
        "quarkus.datasource.username", postgres.getUsername(),
        "quarkus.datasource.password", postgres.getPassword(),
        "quarkus.redis.hosts",
            String.format(
                Locale.ROOT, "redis://%s:%d", redis.getHost(), redis.getMappedPort(REDIS_PORT)));
  }

  @Override
  public void close() {
    redis.close();
    postgres.close();
  }
}
