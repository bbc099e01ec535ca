package dev.parley.system.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.client.socket.ClosedSocket;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The session cookie, and the {@code Origin} that it needs. */
@WithStack
class CookieTest {

  private static final String STRANGER = "https://evil.example";

  private final RunningStack stack;
  private final Http http;
  private final TestingAccount ada;

  CookieTest(RunningStack stack) {
    this.stack = stack;
    http = Http.at(stack.edge());
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void loginSetsTheCookieWhenAskedAndKeepsTheTokenOutOfTheBody() {
    HttpAnswer answer = logInWithCookie();
    assertFalse(answer.json().has("session_token"), answer.body());
    assertEquals("Login successful", answer.json().get("message").asText());
    String cookie = answer.header("Set-Cookie");
    assertTrue(cookie.matches("parley_session=[A-Za-z0-9_-]{43};.*"), cookie);
    for (String attribute : new String[] {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="}) {
      assertTrue(cookie.contains(attribute), cookie);
    }
    assertFalse(cookie.contains("Secure"), "the edge of a test speaks plain HTTP: " + cookie);
  }

  @Test
  void theCookieOpensHttpAndSocket() {
    String token = tokenOf(logInWithCookie());
    JsonNode me = cookie(token).get("/me").expect(200).json();
    assertTrue(me.toString().contains(ada.username()), me.toString());
    try (TestingChatClient socket =
        TestingHandshake.to(stack.edge())
            .secondProtocol()
            .cookie(token)
            .origin(stack.edge().toString().replaceAll("/$", ""))
            .begin()) {
      assertEquals(ada.id(), socket.await("welcome").at("/user/id").longValue());
    }
  }

  @Test
  void aSocketWithACookieFromAnotherSiteIsClosedWith1008() {
    ClosedSocket closed =
        TestingHandshake.to(stack.edge())
            .secondProtocol()
            .cookie(ada.token())
            .origin(STRANGER)
            .open()
            .closed();
    assertEquals(1008, closed.code());
    assertEquals("Origin not allowed", closed.reason());
  }

  @Test
  void anotherSiteChangesNothingWithTheCookie() {
    Http evil = cookie(ada.token()).with("Origin", STRANGER);
    HttpAnswer refused = evil.delete("/sessions").expect(403);
    assertEquals("origin_not_allowed", refused.json().get("code").asText());
    evil.post("/logout").expect(403);
    cookie(ada.token()).with("Sec-Fetch-Site", "cross-site").post("/logout").expect(403);
    ada.me().get("/me").expect(200);
  }

  @Test
  void logoutClearsTheCookie() {
    HttpAnswer answer =
        cookie(ada.token())
            .with("Origin", stack.edge().toString().replaceAll("/$", ""))
            .with("Sec-Fetch-Site", "same-origin")
            .post("/logout")
            .expect(200);
    String cookie = answer.header("Set-Cookie");
    assertTrue(cookie.startsWith("parley_session=;") && cookie.contains("Max-Age=0"), cookie);
    ada.me().get("/me").expect(401);
  }

  private HttpAnswer logInWithCookie() {
    Map<String, Object> fields =
        Map.of("username", ada.username(), "password", ada.password(), "cookie", true);
    return http.post("/login", fields).expect(200);
  }

  private static String tokenOf(HttpAnswer login) {
    return login.header("Set-Cookie").replaceAll("^parley_session=([^;]*);.*$", "$1");
  }

  private Http cookie(String token) {
    return http.with("Cookie", "parley_session=" + token);
  }
}
