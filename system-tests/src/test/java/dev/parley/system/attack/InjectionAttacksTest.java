package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.ServiceLogs;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that another program might take for its own: SQL, HTML, headers, Redis, logs. */
@WithStack
class InjectionAttacksTest {

  private final RunningStack stack;
  private final TestingAccount ada;
  private final ServiceLogs logs;

  InjectionAttacksTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    logs = new ServiceLogs(stack);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR '1'='1",
        "'; DROP TABLE auth.accounts; --",
        "x' UNION SELECT password_hash FROM auth.accounts --",
        "\\' OR 1=1 --",
        "%",
        "a%",
        "___",
        "$1"
      })
  void aSearchForUsersIsNoSqlAndNoPattern(String query) {
    HttpAnswer found = ada.me().get("/users?query=" + encoded(query)).expect(200);
    assertEquals("[]", found.body());
    ada.me().get("/messages/direct/" + encoded(query).replace("%25", "p")).expect(404);
    assertEquals(List.of(), logs.trouble());
  }

  /** Between gateways text goes through Redis, whose protocol has lines, as ours there has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n*3\r\n$7\r\nPUBLISH\r\n$13\r\nparley:events\r\n$1\r\nx\r\n",
        "+OK\r\n-ERR\r\n:1\r\n$-1\r\n",
        "first line\nsecond line\n\n\nfifth line",
        "{\"type\":\"chat\",\"content\":\"within\"}",
        "\"}\n{\"type\":\"error\",\"message\":\"forged\"}",
        "\u2028\u2029\u0085\u0001\u001b[31m",
        "<script>alert(1)</script><!-- ]]> %00 ${7*7} {{7*7}}",
        "'); DELETE FROM history.messages; --"
      })
  void whatIsSaidArrivesOnTheOtherGatewayAsItWasSaid(String said) {
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      bobs.await("presence");
      adas.await("presence");
      adas.chat("c'-\r\n\"1\"", said, bob.username());
      JsonNode heard = bobs.awaitChat(said);
      assertEquals("c'-\r\n\"1\"", heard.get("client_id").asText());
      adas.chat("after it", bob.username());
      assertEquals(2, bobs.awaitChat("after it").get("seq").intValue());
      assertEquals(List.of(), bobs.frames("error"));
    }
    JsonNode stored = bob.me().get("/messages/direct/" + ada.username()).expect(200).json();
    assertEquals(said, stored.get(0).get("content").asText());
    assertEquals(List.of(), logs.trouble());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/messages/direct/%0d%0aX-Injected:%20yes",
        "/messages/direct/x%0aX-Injected:%20yes",
        "/users?query=%0d%0aX-Injected:%20yes",
        "/%0d%0aX-Injected:%20yes",
        "/c/%0d%0aX-Injected:%20yes"
      })
  void aLineBreakInAPathMakesNoHeader(String path) {
    for (URI address :
        List.of(stack.edge(), stack.auth(0).uri(), stack.history(0).uri(), stack.gateway(0))) {
      HttpAnswer answer = Http.at(address).bearing(ada.token()).get(path);
      assertEquals("", answer.header("X-Injected"), address + path);
      assertTrue(answer.status() < 500, address + path + ": " + answer);
    }
  }

  /** What a browser says of itself is shown to its user later: as JSON, which no browser runs. */
  @Test
  void aHeaderThatIsShownLaterIsNoMarkup() {
    String name = "<img src=x onerror=alert(1)>";
    Http.at(stack.edge())
        .with("User-Agent", name)
        .post("/login", Map.of("username", ada.username(), "password", ada.password()))
        .expect(200);
    HttpAnswer sessions = ada.me().get("/sessions").expect(200);
    assertTrue(sessions.body().contains("onerror"), sessions.body());
    assertTrue(sessions.header("Content-Type").startsWith("application/json"));
    assertEquals("nosniff", sessions.header("X-Content-Type-Options"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me", "/messages/global", "/conversations", "/users", "/sessions"})
  void whatOnlyOneUserMaySeeIsKeptByNoCache(String path) {
    HttpAnswer answer = ada.me().get(path).expect(200);
    assertEquals("no-store", answer.header("Cache-Control"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertTrue(answer.header("Content-Type").startsWith("application/json"), path);
  }

  @Test
  void nobodyWritesALineIntoTheLogs() {
    String mark = "forged" + RandomLetters.of(8);
    String line = "x\r\n2026-01-01 00:00:00,000 ERROR [dev.parley] " + mark;
    Http http = Http.at(stack.edge());
    http.post("/login", Map.of("username", line, "password", line)).expect(401);
    http.post("/register", Map.of("username", line, "password", line)).expect(400);
    http.bearing(mark).get("/users?query=" + encoded(line)).expect(401);
    try (TestingChatClient socket = ada.secondProtocol(stack.gateway(0))) {
      socket.await("welcome");
      socket.send(Map.of("type", line));
      socket.send(Map.of("type", "typing", "is_typing", true, "recipient", line));
      socket.chat(line);
      socket.awaitChat(line);
    }
    assertFalse(logs.contain(mark), "somebody else's text is in a log");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
