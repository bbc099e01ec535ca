package dev.parley.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL and a real Redis, empty at the start:
 * {@code @QuarkusTestResource(RealServers.class)}. Uses containers if there is a Docker engine,
 * otherwise embedded binaries.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

  private Servers servers;

  @Override
  public Map<String, String> start() {
    servers = DockerEngine.isAtHand() ? ContainerServers.start() : EmbeddedServers.start();
    return servers.settings();
  }

  @Override
  public void stop() {
    if (servers != null) {
      servers.close();
    }
  }

  /** One PostgreSQL and one Redis. */
  interface Servers extends AutoCloseable {

    /** The Quarkus properties with their addresses. */
    Map<String, String> settings();

    @Override
    void close();
  }
}
