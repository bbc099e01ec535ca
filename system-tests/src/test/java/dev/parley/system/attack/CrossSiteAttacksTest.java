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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another site's page in the browser of somebody who is logged in here. */
@WithStack
class CrossSiteAttacksTest {

  private static final String STRANGER = "https://elsewhere.example";

  private final RunningStack stack;
  private final TestingAccount ada;
  private final Http withCookie;

  CrossSiteAttacksTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    withCookie = Http.at(stack.edge()).with("Cookie", "parley_session=" + ada.token());
  }

  @AfterEach
  void theSessionIsStillThere() {
    ada.me().get("/me").expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://elsewhere.example",
    "Origin, null",
    "Origin, http://127.0.0.1:1",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, nonsense"
  })
  void noRequestOfAnotherSiteChangesAnything(String header, String value) {
    Http evil = withCookie.with(header, value);
    evil.post("/logout").expect(403);
    evil.delete("/sessions").expect(403);
    evil.delete("/sessions/1").expect(403);
    evil.post("/password", Map.of("current_password", "a", "new_password", "b")).expect(403);
    evil.put("/conversations/global/read", Map.of("seq", 1)).expect(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aFormIsNoWayRound(String type) {
    Http evil = withCookie.with("Origin", STRANGER).with("Content-Type", type);
    assertEquals(403, evil.post("/logout").status());
    assertEquals(403, evil.delete("/sessions").status());
  }

  @Test
  void noHeaderMakesAGetAChange() {
    for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
      withCookie.with(header, "DELETE").get("/sessions").expect(200);
      int status = withCookie.with(header, "POST").get("/logout").status();
      assertTrue(status == 404 || status == 405, header + ": " + status);
    }
    withCookie.get("/sessions?_method=DELETE").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me", "/users", "/messages/global", "/login", "/", "/conversations"})
  void noAnswerMayBeReadByAnotherSite(String path) {
    assertNoCors(withCookie.with("Origin", STRANGER).get(path));
    assertNoCors(withCookie.with("Origin", "null").get(path));
    String preflight =
        RawRequest.send(
            stack.edge(),
            """
            OPTIONS %s HTTP/1.1\r
            Host: {host}\r
            Origin: https://elsewhere.example\r
            Access-Control-Request-Method: DELETE\r
            Access-Control-Request-Headers: authorization\r
            Connection: close\r
            \r
            """
                .formatted(path));
    assertFalse(preflight.toLowerCase(Locale.ROOT).contains("access-control-"), preflight);
  }

  private static void assertNoCors(HttpAnswer answer) {
    answer
        .headers()
        .map()
        .keySet()
        .forEach(
            name -> assertFalse(name.toLowerCase(Locale.ROOT).startsWith("access-control-"), name));
  }

  @Test
  void thePageIsFramedByNobodyAndRunsOnlyItsOwnScripts() {
    String policy = Http.at(stack.edge()).get("/").header("Content-Security-Policy");
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }
}
