package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding out what runs here, and who is here. */
@WithStack
class LeakAttacksTest {

  private final RunningStack stack;

  LeakAttacksTest(RunningStack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/nowhere", "/login", "/users", "/me", "/messages/global", "/ws", "/%ff"})
  void noAnswerTellsWhatServesIt(String path) {
    stack
        .publicAddresses()
        .forEach(
            address -> {
              HttpAnswer answer = Http.at(address).get(path);
              for (String banner : List.of("Server", "X-Powered-By", "Via", "X-AspNet-Version")) {
                assertEquals("", answer.header(banner), address + path);
              }
              for (String name : List.of("Quarkus", "Vert.x", "Netty", "RESTEasy", "Exception")) {
                assertFalse(answer.body().contains(name), address + path + ": " + answer);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/login", "/users", "/messages/global", "/ws", "/%ff"})
  void everyAnswerTellsBrowsersToTrustNothing(String path) {
    stack
        .publicAddresses()
        .forEach(
            address -> {
              HttpAnswer answer = Http.at(address).get(path);
              String where = address + path + ": " + answer.status();
              assertEquals("nosniff", answer.header("X-Content-Type-Options"), where);
              assertEquals("no-referrer", answer.header("Referrer-Policy"), where);
              String policy = answer.header("Content-Security-Policy");
              for (String rule : List.of("default-src", "base-uri", "frame-ancestors")) {
                assertTrue(policy.contains(rule + " 'none'"), where + " " + policy);
              }
            });
  }

  /** They are there, at ports that no edge routes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/openapi",
        "/q/health",
        "/q/metrics",
        "/q/dev-ui",
        "/q/swagger-ui",
        "/openapi",
        "/swagger-ui",
        "/metrics",
        "/health"
      })
  void whatIsForOperatorsIsNotOnThePublicPorts(String path) {
    stack.publicAddresses().forEach(address -> Http.at(address).get(path).expect(404));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.git/config",
        "/.env",
        "/application.properties",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/META-INF/microprofile-config.properties",
        "/static/bundle/",
        "/static/",
        "/web/app/main.ts",
        "/stack.json",
        "/secrets.json"
      })
  void noFileIsServedThatIsNotOfThePage(String path) {
    stack.publicAddresses().forEach(address -> Http.at(address).get(path).expect(404));
  }

  @Test
  void aStrangerCannotTellWhichPathsExistByTheirRefusals() {
    Http stranger = Http.at(stack.edge());
    for (String path : List.of("/sessions/1", "/sessions/999999999")) {
      assertEquals(stranger.delete("/sessions/1").expect(401).body(), stranger.delete(path).body());
    }
    for (String path : List.of("/messages/direct/nobody", "/conversations/dm-1-2/messages")) {
      assertEquals(
          "authentication_required",
          stranger.get(path).expect(401).json().get("code").asText(),
          path);
    }
  }

  /** Who asks with too little must not learn whether more would help. */
  @Test
  void aStrangerIsToldTheSameAboutEveryUser() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    Http stranger = Http.at(stack.edge());
    HttpAnswer existing = stranger.get("/messages/direct/" + ada.username()).expect(401);
    assertEquals(existing.body(), stranger.get("/messages/direct/nobody-here").expect(401).body());
  }

  @Test
  void whatIsRefusedSaysSoInOneForm() {
    Http stranger = Http.at(stack.edge());
    for (String path :
        List.of("/me", "/users", "/sessions", "/conversations", "/messages/global")) {
      HttpAnswer answer = stranger.get(path).expect(401);
      assertTrue(answer.json().has("detail") && answer.json().has("code"), answer.toString());
      assertEquals(2, answer.json().size(), answer.toString());
    }
  }
}
