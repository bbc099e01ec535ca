package dev.parley.gateway.services;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Lets the gateway under test find {@link TestingAuth} and {@link TestingHistory} at its own
 * internal port.
 */
public final class OwnPort implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    int port = freePort();
    String url = "http://localhost:" + port;
    return Map.of(
        "quarkus.management.test-port", Integer.toString(port),
        "parley.auth.url", url,
        "parley.history.url", url);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
