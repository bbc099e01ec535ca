package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code POST /login} and {@code POST /logout}, first protocol. */
@WithStack
class LoginTest {

  private final Http http;
  private final TestingAccount ada;

  LoginTest(RunningStack stack) {
    http = Http.at(stack.edge());
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void answersATokenTheUserAndWhenItExpires() {
    HttpAnswer answer = logIn(ada.username(), ada.password()).expect(200);
    JsonNode login = answer.json();
    Wire.assertFields(login, "message", "session_token", "user", "expires_at");
    assertEquals("Login successful", login.get("message").asText());
    assertTrue(login.get("session_token").asText().matches("[A-Za-z0-9_-]{43}"), login.toString());
    Wire.assertFields(login.get("user"), "id", "username");
    assertEquals(ada.id(), login.at("/user/id").longValue());
    assertEquals(ada.username(), login.at("/user/username").asText());
    Wire.assertIsAbout(Duration.ofDays(7), Wire.socketTime(login.get("expires_at")));
    assertEquals("", answer.header("Set-Cookie"));
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    HttpAnswer wrongPassword = logIn(ada.username(), "wrong password").expect(401);
    HttpAnswer unknownName = logIn("nobody-here", ada.password()).expect(401);
    assertEquals("Invalid username or password", wrongPassword.detail());
    assertEquals(wrongPassword.body(), unknownName.body());
  }

  @Test
  void everyLoginIsASessionOfItsOwn() {
    TestingAccount phone = ada.onAnotherDevice();
    assertNotEquals(ada.token(), phone.token());
    ada.me().post("/logout").expect(200);
    phone.me().get("/users").expect(200);
    ada.me().get("/users").expect(401);
  }

  @Test
  void logoutSaysYesToEveryTokenKnownOrNot() {
    for (Http someone : new Http[] {ada.me(), ada.me(), http.bearing("garbage")}) {
      JsonNode answer = someone.post("/logout").expect(200).json();
      Wire.assertFields(answer, "message");
      assertEquals("Logged out successfully", answer.get("message").asText());
    }
  }

  @Test
  void logoutWithoutATokenIsRefused() {
    assertEquals("No session token provided", http.post("/logout").expect(401).detail());
  }

  private HttpAnswer logIn(String username, String password) {
    return http.post("/login", Map.of("username", username, "password", password));
  }
}
