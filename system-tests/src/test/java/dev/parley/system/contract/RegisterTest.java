package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /register}, first protocol. */
@WithStack
class RegisterTest {

  private final Http http;

  RegisterTest(RunningStack stack) {
    http = Http.at(stack.edge());
  }

  @Test
  void answersTheNewUser() {
    String username = "ada-" + RandomLetters.of(8);
    JsonNode answer = register(username, "secret").expect(200).json();
    Wire.assertFields(answer, "message", "user");
    assertEquals("User registered successfully", answer.get("message").asText());
    JsonNode user = answer.get("user");
    Wire.assertFields(user, "id", "username", "created_at");
    assertTrue(user.get("id").isIntegralNumber(), user.toString());
    assertEquals(username, user.get("username").asText());
    Wire.assertIsNow(Wire.httpTime(user.get("created_at")));
  }

  @Test
  void trimsTheUsername() {
    String username = "ada-" + RandomLetters.of(8);
    JsonNode answer = register("  " + username + "\t", "secret").expect(200).json();
    assertEquals(username, answer.at("/user/username").asText());
    TestingAccount.logIn(http, username, "secret");
  }

  @ParameterizedTest(name = "\"{0}\" and \"{1}\": {2}")
  @CsvSource({
    "'', '', Username cannot be empty",
    "'   ', x, Username cannot be empty",
    "ab, x, Username must be at least 3 characters",
    "' ab ', secret, Username must be at least 3 characters",
    "abc, '', Password must be at least 6 characters",
    "abc, short, Password must be at least 6 characters"
  })
  void checksInTheOrderOfTheContract(String username, String password, String detail) {
    HttpAnswer answer = register(username, password).expect(400);
    assertEquals(detail, answer.detail());
  }

  @Test
  void aTakenNameIsFoundOutLast() {
    TestingAccount ada = TestingAccount.register(http.address(), "ada");
    assertEquals(
        "Password must be at least 6 characters",
        register(ada.username(), "short").expect(400).detail());
    HttpAnswer answer = register(ada.username(), "secret").expect(400);
    assertEquals("Username already exists", answer.detail());
    assertEquals("username_taken", answer.json().get("code").asText());
  }

  private HttpAnswer register(String username, String password) {
    return http.post("/register", Map.of("username", username, "password", password));
  }
}
