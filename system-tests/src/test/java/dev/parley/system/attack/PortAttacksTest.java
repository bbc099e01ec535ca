package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.http.Http;
import dev.parley.stack.ServiceProcess;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.ServiceLogs;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever reached a service past the edge, and even knew the service secret: the public port has
 * nothing internal, the internal port nothing for clients.
 */
@WithStack
class PortAttacksTest {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE");
  private static final List<String> OF_QUARKUS =
      List.of(
          "/q",
          "/q/health",
          "/q/health/live",
          "/q/health/ready",
          "/q/health/started",
          "/q/metrics",
          "/q/openapi",
          "/q;a/metrics",
          "/%71/metrics");
  private static final List<String> SPELLINGS =
      List.of(
          "/internal",
          "/internal/",
          "/internal;a=b/commands",
          "/internal/commands;a=b",
          "/%69nternal/commands",
          "//internal/commands",
          "/./internal/commands",
          "/users/../internal/commands",
          "/users/%2e%2e/internal/commands",
          "/INTERNAL/commands",
          "/internal%2Fcommands",
          "/internal/users/lookup;");

  private static final String TO_HTTP_2 =
      "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAA\r\n";

  private final RunningStack stack;

  PortAttacksTest(RunningStack stack) {
    this.stack = stack;
  }

  /** Vert.x fails these before any handler; the public ports answer and log them as we do. */
  @Test
  void whatIsNoProperRequestIsRefusedAtTheInternalPortsToo() {
    ServiceLogs logs = new ServiceLogs(stack);
    List<String> requests =
        List.of(
            "GET /internal/feed HTTP/1.1\r\n\r\n",
            "GET /q/health HTTP/1.1\r\n\r\n",
            "GET /internal/%zz HTTP/1.1\r\nHost: {host}\r\n\r\n",
            "GET /%/r HTTP/1.1\r\nHost: {host}\r\n\r\n");
    AtOnce.forEach(
        stack.services().stream().map(ServiceProcess::managementUri),
        port -> {
          for (String request : requests) {
            String answer = RawRequest.attempt(port, request);
            assertEquals(4, RawRequest.status(answer) / 100, answer);
          }
        });
    assertEquals(List.of(), logs.trouble());
  }

  /** Netty would log a stack trace. */
  @Test
  void nobodyGetsFromAPublicPortToHttp2WithoutTls() {
    ServiceLogs logs = new ServiceLogs(stack);
    for (ServiceProcess service : stack.services()) {
      for (String host : List.of("", "Host: {host}\r\n")) {
        String answer =
            RawRequest.attempt(service.uri(), "GET /me HTTP/1.1\r\n" + host + TO_HTTP_2 + "\r\n");
        assertEquals(4, RawRequest.status(answer) / 100, answer);
      }
    }
    assertEquals(List.of(), logs.trouble());
  }

  @Test
  void noMethodAndNoSpellingFindsWhatIsInternalAtAPublicPort() {
    List<String> paths = new ArrayList<>(OF_QUARKUS);
    paths.addAll(SPELLINGS);
    described().filter(PortAttacksTest::isInternal).forEach(paths::add);
    assertTrue(paths.contains("/internal/sessions/verify"), paths.toString());
    assertTrue(paths.contains("/internal/commands"), paths.toString());
    for (ServiceProcess service : stack.services()) {
      for (String path : paths) {
        METHODS.forEach(method -> assertNotFound(service.uri(), method, path));
      }
    }
  }

  @Test
  void anInternalPortServesNoClient() {
    List<String> paths = new ArrayList<>(List.of("/", "/index.html", "/sw.js", "/c/global", "/ws"));
    paths.add("/internal/../users");
    paths.add("/internal/..;/users");
    paths.add("/internal;/users");
    described().filter(path -> !isInternal(path)).forEach(paths::add);
    assertTrue(paths.contains("/users") && paths.contains("/messages/global"), paths.toString());
    for (ServiceProcess service : stack.services()) {
      for (String path : paths) {
        assertNotFound(service.managementUri(), "GET", path);
        assertNotFound(service.managementUri(), "POST", path);
      }
    }
  }

  @Test
  void anInternalPortOpensNoSocket() {
    String token = TestingAccount.register(stack.edge(), "eve").token();
    String answer =
        RawRequest.send(
            stack.gatewayProcess(0).managementUri(),
            """
            GET /ws?token=%s HTTP/1.1\r
            Host: {host}\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """
                .formatted(token));
    assertEquals(404, RawRequest.status(answer), answer);
    assertFalse(answer.contains(token), answer);
  }

  @Test
  void anInternalPortAsksForTheSecret() {
    for (URI port : List.of(stack.auth(0).managementUri(), stack.history(0).managementUri())) {
      Http.at(port).post("/internal/anything", "{}").expect(401);
      assertEquals(404, withSecret(port).post("/internal/anything", "{}").status());
    }
  }

  private void assertNotFound(URI port, String method, String path) {
    String answer =
        RawRequest.send(
            port,
            """
            %s %s HTTP/1.1\r
            Host: {host}\r
            Parley-Service-Secret: %s\r
            Content-Length: 0\r
            Connection: close\r
            \r
            """
                .formatted(method, path, secret()));
    String asked = "%s %s at %s: %s".formatted(method, path, port, answer);
    assertEquals(404, RawRequest.status(answer), asked);
    assertTrue(method.equals("HEAD") || answer.contains("\"code\":\"not_found\""), asked);
  }

  /** Every path that the auth and the history service say they have, their variables filled. */
  private Stream<String> described() {
    return Stream.of(stack.auth(0), stack.history(0))
        .map(service -> Http.at(service.managementUri()))
        .map(http -> http.get("/q/openapi?format=json").expect(200).json())
        .flatMap(document -> document.path("paths").propertyStream())
        .map(path -> path.getKey().replaceAll("\\{[^}]*}", "1"));
  }

  private static boolean isInternal(String path) {
    return path.startsWith("/internal/");
  }

  private Http withSecret(URI port) {
    return Http.at(port).with("Parley-Service-Secret", secret());
  }

  private String secret() {
    return stack.secrets().serviceSecret();
  }
}
