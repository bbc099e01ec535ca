package dev.parley.system.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.ServiceLogs;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G7: bad HTTP requests get a clear answer: never a stack trace, never a 500. */
@WithStack
class BadBodiesTest {

  private final RunningStack stack;
  private final Http http;
  private final ServiceLogs logs;

  BadBodiesTest(RunningStack stack) {
    this.stack = stack;
    http = Http.at(stack.edge());
    logs = new ServiceLogs(stack);
  }

  @AfterEach
  void theLogsHaveNoStackTrace() {
    assertEquals(List.of(), logs.trouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/register", "/login"})
  void aBodyOver64KiBIsTooLarge(String path) {
    String body = "{\"username\":\"ada\",\"password\":\"" + "x".repeat(70_000) + "\"}";
    HttpAnswer answer = http.post(path, body).expect(413);
    assertClean(answer);
    assertEquals("body_too_large", answer.json().get("code").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "5",
        "null",
        "\"ada\"",
        "{\"username\":null,\"password\":null}",
        "{\"username\":\"ada\",\"password\":\"\\uD83D\"",
        "\u0000",
        "<xml/>",
        "username=ada&password=secret"
      })
  void anOddBodyIsA422(String body) {
    assertClean(http.post("/register", body).expect(422));
    assertClean(http.post("/login", body).expect(422));
  }

  @Test
  void deepNestingIsA422() {
    assertClean(http.post("/login", "[".repeat(30_000)).expect(422));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "ada<b>",
        "ada&amp;",
        "ada lovelace",
        "ada\\u0000bob",
        "ada\\u0007",
        "ada\\nbob",
        "ada\\u200Bbob",
        "ada\\u202Ebob",
        "\\u0430da-lovelace",
        "ad\\u0430-l\\u03BFvelace",
        "ada\\uD83D\\uDE00",
        "\\uD83D-ada",
        "../../etc/passwd",
        "abcdefghijabcdefghijabcdefghijabc"
      })
  void aNameWithMarkupControlOrMixedCharactersIsRefused(String escapedName) {
    HttpAnswer answer =
        http.post(
                "/register",
                "{\"username\":\"" + escapedName + "\",\"password\":\"correct horse\"}")
            .expect(400);
    assertClean(answer);
    assertEquals("username_invalid", answer.json().get("code").asText());
    assertTrue(answer.detail().length() > 10, answer.detail());
  }

  @Test
  void aNameThatEqualsOrLooksLikeAnotherIsTaken() {
    String rest = RandomLetters.of(8);
    TestingAccount.registerAs(stack.edge(), "paul-" + rest);
    for (String likeIt : List.of("PAUL-", "Paul-", "pauI-", "pau1-", "\uFF50aul-")) {
      HttpAnswer answer = register(likeIt + rest, "correct horse").expect(400);
      assertEquals("Username already exists", answer.detail(), likeIt);
    }
  }

  @Test
  void aPasswordHasAtMost128Characters() {
    register("ada-" + RandomLetters.of(8), "x".repeat(128)).expect(200);
    HttpAnswer answer = register("ada-" + RandomLetters.of(8), "x".repeat(129)).expect(400);
    assertEquals("password_invalid", answer.json().get("code").asText());
  }

  @Test
  void aNameIsNoTemplateAndNoQuery() {
    for (String name : List.of("' OR '1'='1", "%", "ada\\", "${jndi:ldap}", "{{7*7}}")) {
      assertClean(http.post("/login", Map.of("username", name, "password", "secret")).expect(401));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/conversations/nowhere/messages",
        "/conversations/dm-9-1/messages",
        "/conversations/dm-1-999999999/messages",
        "/conversations/room-1/messages",
        "/conversations/global/messages?limit=0",
        "/conversations/global/messages?limit=x",
        "/conversations/global/messages?before=-1",
        "/conversations/global/messages?before=1&after=1",
        "/messages/direct/nobody-here",
        "/messages/direct/%00",
        "/users?limit=x",
        "/users?limit=-5",
        "/sessions/x",
        "/no-such-path/%ff"
      })
  void anOddQuestionIsTheClientsFault(String path) {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    HttpAnswer answer = ada.me().get(path);
    assertTrue(answer.status() >= 400 && answer.status() < 500, path + ": " + answer);
    assertClean(answer);
  }

  @Test
  void anOddHeaderIsNoSession() {
    for (String header : List.of("Bearer", "Bearer ", "Basic YTpi", "bearer garbage", "\u00e9")) {
      assertClean(http.with("Authorization", header).get("/users").expect(401));
    }
    assertClean(http.with("Cookie", "parley_session=\"; a=b").get("/users").expect(401));
  }

  private HttpAnswer register(String username, String password) {
    return http.post("/register", Map.of("username", username, "password", password));
  }

  private static void assertClean(HttpAnswer answer) {
    for (String trace : List.of("Exception", "\tat ", "dev.parley", "io.quarkus", "org.postgres")) {
      assertFalse(answer.body().contains(trace), answer.toString());
    }
  }
}
