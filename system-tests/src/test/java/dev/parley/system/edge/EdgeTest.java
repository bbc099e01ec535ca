package dev.parley.system.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.client.http.Http;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G5: what the services say to each other, and their health and metrics, is not for clients. */
@WithStack
class EdgeTest {

  private final RunningStack stack;

  EdgeTest(RunningStack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal",
        "/internal/",
        "/internal/sessions/verify",
        "/internal/commands",
        "//internal/commands",
        "/./internal/commands",
        "/users/../internal/sessions/verify",
        "/users/%2e%2e/internal/sessions/verify",
        "/users/..%2finternal/sessions/verify",
        "/messages/..;/internal/commands",
        "/%69nternal/sessions/verify",
        "/%2569nternal/sessions/verify",
        "/internal;a=b/sessions/verify",
        "/internal%2Fsessions%2Fverify",
        "/internal%00/messages",
        "/INTERNAL/sessions/verify",
        "/q",
        "/q/",
        "/q/health",
        "/q/metrics",
        "//q/health",
        "/%71/health",
        "/ws/../q/health",
        "/q;x/metrics",
        "/Q/health"
      })
  void whatIsInternalIsNowhere(String path) throws IOException {
    for (String method : new String[] {"GET", "POST"}) {
      String answer = request(method, path);
      assertEquals("HTTP/1.1 404", answer.substring(0, Math.min(12, answer.length())), answer);
      assertFalse(answer.contains("\"UP\""), answer);
      assertFalse(answer.contains("# HELP"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/\\internal\\messages",
        "\\internal\\messages",
        "/users/%5c..%5cinternal",
        "http://127.0.0.1/internal/commands",
        "/internal/commands#/users",
        "/users?/../internal/commands"
      })
  void evenSpellingsThatNoClientUsesReachNothing(String path) throws IOException {
    String answer = request("POST", path);
    int status = Integer.parseInt(answer.substring(9, 12));
    assertEquals(4, status / 100, answer);
    assertFalse(answer.contains("receipts"), answer);
    assertFalse(answer.contains("service_secret_required"), answer);
  }

  @Test
  void theServiceSecretOfAClientDoesNotHelp() {
    Http http = Http.at(stack.edge()).with("Parley-Service-Secret", "a guess of 16 characters");
    http.post("/internal/sessions/verify", "{\"token_hashes\":[]}").expect(404);
    http.get("/internal/conversations?user_id=1").expect(404);
    http.get("/users").expect(401);
  }

  @Test
  void theServicesThemselvesRefuseStrangersToo() {
    stack.services().stream()
        .map(service -> Http.at(service.uri()))
        .map(http -> http.with("Parley-Service-Secret", "a guess of 16 characters"))
        .forEach(
            http -> {
              int status = http.post("/internal/commands", "{}").status();
              assertFalse(status < 400 || status >= 500, http.address() + " said " + status);
              http.get("/q/health").expect(404);
            });
  }

  /** By hand: a proper client tidies such paths up. */
  private String request(String method, String path) throws IOException {
    try (Socket socket = new Socket(stack.edge().getHost(), stack.edge().getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
              .formatted(method, path, stack.edge().getAuthority());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
