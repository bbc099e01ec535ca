package dev.parley.auth.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.protocol.internal.ServiceSecret;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small HTTP server in the place of the history service, which keeps what it was told. Of its two
 * addresses only the second one answers.
 */
public final class StubHistory implements QuarkusTestResourceLifecycleManager {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing ever listens there. */
  private static final String AWAY = "http://localhost:1";

  private final AtomicInteger resets = new AtomicInteger();
  private final List<List<JsonNode>> batches = new CopyOnWriteArrayList<>();
  private final Semaphore permits = new Semaphore(Integer.MAX_VALUE);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile int status = 200;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/internal/reset", call -> answer(call, "POST", resets::incrementAndGet, "{}"));
    server.createContext(
        "/internal/accounts",
        call -> {
          List<JsonNode> accounts =
              JSON.readTree(call.getRequestBody()).get("accounts").valueStream().toList();
          answer(call, "PUT", () -> batches.add(accounts), "{\"stored\":" + accounts.size() + "}");
        });
    server.start();
    return Map.of(
        "parley.history.url",
        AWAY + ",http://localhost:" + server.getAddress().getPort(),
        "parley.outbox.send-every",
        // A test says when.
        "1H",
        "parley.debug.enabled",
        "true");
  }

  private void answer(HttpExchange call, String method, Runnable act, String body)
      throws IOException {
    permits.acquireUninterruptibly();
    permits.release();
    String secret = call.getRequestHeaders().getFirst(ServiceSecret.HEADER);
    int answered = "a-secret-of-the-tests".equals(secret) ? status : 401;
    if (answered == 200 && call.getRequestMethod().equals(method)) {
      act.run();
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(answered, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  public int resets() {
    return resets.get();
  }

  /** Accounts that it confirmed, as often as it was told of them. */
  public List<JsonNode> accounts() {
    return batches.stream().flatMap(List::stream).toList();
  }

  /** The same by request. */
  public List<List<JsonNode>> batches() {
    return batches;
  }

  public void answer(int nowStatus) {
    status = nowStatus;
  }

  /** From now on requests get no answer until {@link #resume}. */
  public void pause() {
    permits.drainPermits();
  }

  public void resume() {
    permits.release(Integer.MAX_VALUE - permits.availablePermits());
  }

  public void forget() {
    resume();
    status = 200;
    batches.clear();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(StubHistory.class));
  }

  @Override
  public void stop() {
    resume();
    server.stop(0);
    threads.shutdownNow();
  }
}
