package dev.parley.stack.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EdgeTest {

  private static final int BODY_LIMIT = 64 * 1024;

  private final TestingBackend auth = new TestingBackend("auth");
  private final TestingBackend history = new TestingBackend("history");
  private final TestingBackend first = new TestingBackend("first");
  private final TestingBackend second = new TestingBackend("second");
  private final Edge edge =
      Edge.start(
          "127.0.0.1",
          0,
          new PublicRoutes(
              new Upstream(List.of(auth.uri())),
              new Upstream(List.of(history.uri())),
              new Upstream(List.of(first.uri(), second.uri()))),
          new Visitors(() -> {}));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    edge.close();
    List.of(auth, history, first, second).forEach(TestingBackend::close);
  }

  @Test
  void sendsEachPathToItsService() throws Exception {
    assertEquals("auth GET /me?x=%20y", get("/me?x=%20y").body());
    assertEquals("history GET /messages/direct/j%C3%B6", get("/messages/direct/j%C3%B6").body());
    assertEquals(Set.of("first GET /", "second GET /"), bodies("/"));
  }

  @Test
  void passesMethodBodyAndStatus() throws Exception {
    HttpResponse<String> answer = send(post("/login", new byte[BODY_LIMIT]));
    assertEquals("auth POST /login", answer.body());
    assertEquals(BODY_LIMIT, auth.received.peek().body().length());
    assertEquals(204, get("/no-content").statusCode());
    HttpResponse<String> head =
        send(request("/me").method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
    assertEquals(
        "auth HEAD /me".length(), head.headers().firstValueAsLong("content-length").orElseThrow());
    assertEquals(3_000_000, get("/large").body().length());
  }

  @Test
  void saysWhoAsksAndLetsNobodyPretend() throws Exception {
    send(
        request("/me")
            .header("X-Forwarded-For", "6.6.6.6")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-Prefix", "/evil")
            .header("Forwarded", "for=6.6.6.6")
            .header("Parley-Service-Secret", "guess")
            .header("Authorization", "Bearer kept")
            .build());
    var headers = auth.received.remove().headers();
    assertEquals(List.of("127.0.0.1"), headers.getAll("X-Forwarded-For"));
    assertEquals(List.of("http"), headers.getAll("X-Forwarded-Proto"));
    String host = "127.0.0.1:" + edge.port();
    assertEquals(List.of(host), headers.getAll("X-Forwarded-Host"));
    assertEquals(List.of(host), headers.getAll("Host"));
    assertNull(headers.get("X-Forwarded-Prefix"));
    assertNull(headers.get("Forwarded"));
    assertNull(headers.get("Parley-Service-Secret"));
    assertEquals("Bearer kept", headers.get("Authorization"));
  }

  @Test
  void keepsHeadersOfOneConnectionOnIt() throws Exception {
    HttpResponse<String> answer = get("/me");
    assertEquals("auth", answer.headers().firstValue("X-Backend").orElseThrow());
    assertTrue(answer.headers().firstValue("X-Hop").isEmpty());
  }

  @Test
  void internalPathsAreNotFoundHoweverTheyAreSpelt() throws Exception {
    for (String path :
        List.of("/internal/append", "/q/health", "//internal", "/x/%2e%2e/internal", "/;a/q")) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 404"), path + ": " + answer);
      assertTrue(answer.endsWith("{\"detail\":\"Not Found\",\"code\":\"not_found\"}"), answer);
    }
    assertTrue(first.received.isEmpty() && second.received.isEmpty());
  }

  @Test
  void refusesLargeBodies() throws Exception {
    HttpResponse<String> declared = send(post("/login", new byte[BODY_LIMIT + 1]));
    assertEquals(413, declared.statusCode());
    assertTrue(declared.body().contains("\"code\":\"body_too_large\""), declared.body());
    HttpResponse<String> streamed =
        send(
            request("/login")
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArrays(
                            IntStream.range(0, 9).mapToObj(i -> new byte[8192]).toList())))
                .build());
    assertEquals(413, streamed.statusCode());
    assertTrue(auth.received.isEmpty());
    assertEquals(200, get("/me").statusCode());
  }

  @Test
  void refusesLargeHeadersAndNonsense() throws Exception {
    String large = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
    assertEquals("HTTP/1.1 431", start(raw(large)));
    assertEquals("HTTP/1.0 400", start(raw("nonsense\r\n\r\n")));
    assertEquals("HTTP/1.1 405", raw("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 12));
  }

  @Test
  void takesTheNextReplicaWhereOneRefuses() throws Exception {
    first.close();
    for (int request = 0; request < 20; request++) {
      assertEquals("second GET /", get("/").body());
      assertEquals("second POST /", send(post("/", new byte[3])).body());
    }
  }

  @Test
  void findsAReplicaThatCameBack() throws Exception {
    first.close();
    get("/");
    get("/");
    try (TestingBackend back = new TestingBackend("back", first.port())) {
      dev.parley.stack.Eventually.check(
          "an answer of the one that came back", () -> get("/").body().equals("back GET /"));
      assertFalse(back.received.isEmpty());
    }
  }

  @Test
  void saysWhenNobodyAnswers() throws Exception {
    auth.close();
    HttpResponse<String> answer = get("/me");
    assertEquals(503, answer.statusCode());
    assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
    assertEquals(
        "{\"detail\":\"Temporarily unavailable: try again\",\"code\":\"unavailable\"}",
        answer.body());
  }

  @Test
  void saysWhenAServiceBreaksOff() throws Exception {
    assertEquals(502, get("/breaks-off").statusCode());
    first.received.clear();
    second.received.clear();
    assertEquals(502, send(post("/breaks-off", new byte[1])).statusCode());
    assertEquals(1, first.received.size() + second.received.size());
  }

  private Set<String> bodies(String path) {
    return IntStream.range(0, 4).mapToObj(i -> get(path).body()).collect(Collectors.toSet());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(edge.uri() + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private HttpRequest post(String path, byte[] body) {
    return request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
  }

  private static String start(String answer) {
    return answer.substring(0, Math.min(answer.length(), "HTTP/1.1 431".length()));
  }

  private String raw(String request) throws IOException {
    return raw(request, Integer.MAX_VALUE);
  }

  private String raw(String request, int most) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(most), StandardCharsets.US_ASCII);
    }
  }
}
