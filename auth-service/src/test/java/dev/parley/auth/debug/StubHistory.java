package dev.parley.auth.debug;

import com.sun.net.httpserver.HttpServer;
import dev.parley.protocol.internal.ServiceSecret;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A small HTTP server in the place of the history service. */
public final class StubHistory implements QuarkusTestResourceLifecycleManager {

  private final AtomicInteger resets = new AtomicInteger();
  private volatile int status = 200;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/internal/reset",
        call -> {
          String secret = call.getRequestHeaders().getFirst(ServiceSecret.HEADER);
          boolean trusted = "a-secret-of-the-tests".equals(secret);
          if (trusted && status == 200 && call.getRequestMethod().equals("POST")) {
            resets.incrementAndGet();
          }
          call.sendResponseHeaders(trusted ? status : 401, -1);
          call.close();
        });
    server.start();
    return Map.of(
        "parley.history.url",
        "http://localhost:" + server.getAddress().getPort(),
        "parley.debug.enabled",
        "true");
  }

  int resets() {
    return resets.get();
  }

  void answer(int nowStatus) {
    status = nowStatus;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(StubHistory.class));
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
