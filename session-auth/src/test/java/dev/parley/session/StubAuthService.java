package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.http.RequestId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.internal.ServiceSecret;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A small HTTP server in the place of the auth service. */
public final class StubAuthService implements QuarkusTestResourceLifecycleManager {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, ObjectNode> sessions = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<String> requestIds = new CopyOnWriteArrayList<>();
  private final Semaphore permits = new Semaphore(Integer.MAX_VALUE);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean broken;
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
        "/internal/sessions/verify",
        call -> answer(call, Map.of("token_hashes", new Known("sessions", sessions))));
    server.createContext(
        "/internal/users/lookup",
        call ->
            answer(
                call,
                Map.of("usernames", new Known("users", users), "ids", new Known("ids", users))));
    server.start();
    return Map.of("parley.auth.url", "http://localhost:" + server.getAddress().getPort());
  }

  /** What is found by the keys of one field of a request, and the answer's field that has it. */
  private record Known(String answered, Map<String, ObjectNode> values) {

    ObjectNode find(JsonNode keys) {
      ObjectNode found = JSON.createObjectNode();
      for (JsonNode key : keys) {
        ObjectNode value = values.get(key.asText());
        if (value != null) {
          found.set(key.asText(), value);
        }
      }
      return found;
    }
  }

  private void answer(HttpExchange call, Map<String, Known> known) throws IOException {
    JsonNode request = JSON.readTree(call.getRequestBody());
    requests.add(request);
    requestIds.add(call.getRequestHeaders().getFirst(RequestId.HEADER));
    permits.acquireUninterruptibly();
    permits.release();
    ObjectNode found = JSON.createObjectNode();
    known.forEach((asked, of) -> found.set(of.answered(), of.find(request.get(asked))));
    boolean trusted =
        "a-secret-of-the-tests".equals(call.getRequestHeaders().getFirst(ServiceSecret.HEADER));
    send(call, trusted && !broken ? 200 : 503, found);
  }

  private static void send(HttpExchange call, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(StubAuthService.class));
  }

  @Override
  public void stop() {
    resume();
    server.stop(0);
    threads.shutdownNow();
  }

  /** A session of user 12, ada. */
  void issue(SessionToken token, String expiresAt) {
    sessions.put(
        token.hash().value(),
        JSON.createObjectNode()
            .put("session_id", 7)
            .put("user_id", 12)
            .put("username", "ada")
            .put("expires_at", expiresAt));
  }

  /** An account that is found by this name or number. */
  void register(String asked, long id, String username) {
    users.put(asked, JSON.createObjectNode().put("id", id).put("username", username));
  }

  List<JsonNode> requests() {
    return requests;
  }

  /** What the requests were named, null for one that was not. */
  List<String> requestIds() {
    return requestIds;
  }

  /** From now on requests get no answer until {@link #resume}. */
  void pause() {
    permits.drainPermits();
  }

  void resume() {
    permits.release(Integer.MAX_VALUE - permits.availablePermits());
  }

  void breakDown(boolean nowBroken) {
    broken = nowBroken;
  }

  void forget() {
    sessions.clear();
    users.clear();
    requests.clear();
    requestIds.clear();
    broken = false;
    resume();
  }
}
