package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Getting in without the password, or getting more than was meant with it. */
@WithStack
class SignInAttacksTest {

  private final Http http;
  private final TestingAccount ada;
  private final RunningStack stack;

  SignInAttacksTest(RunningStack stack) {
    this.stack = stack;
    http = Http.at(stack.edge());
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void aPasswordThatIsNearlyRightIsWrong() {
    String password = ada.password();
    List<String> guesses =
        List.of(
            password.toUpperCase(Locale.ROOT),
            password + " ",
            " " + password,
            password.substring(0, password.length() - 1),
            password + "\u0000",
            password + "x".repeat(200),
            "");
    for (String guess : guesses) {
      logIn(guess).expect(401);
    }
  }

  @Test
  void aPasswordIsComparedAndNeverRun() {
    for (String guess : List.of("' OR 1=1 --", "*", "%", "{\"$ne\":null}", "${password}")) {
      logIn(guess).expect(401);
    }
    http.post("/login", "{\"username\":\"" + ada.username() + "\",\"password\":{\"$ne\":null}}")
        .expect(422);
    http.post("/login", "{\"username\":\"" + ada.username() + "\",\"password\":true}").expect(422);
  }

  @Test
  void nobodyIsThereBeforeSomebodyRegisters() {
    Http eve = Http.at(stack.auth(0).uri()).with("X-Forwarded-For", "203.0.113.20");
    for (String name : List.of("admin", "administrator", "root", "parley", "system", "debug")) {
      for (String password : List.of(name, "password", "123456", "")) {
        eve.post("/login", Map.of("username", name, "password", password)).expect(401);
      }
    }
  }

  /** Mass assignment: fields that the form does not have. */
  @Test
  void whoRegistersDecidesOnNothingButNameAndPassword() {
    String name = "eve-" + RandomLetters.of(8);
    JsonNode user =
        http.post(
                "/register",
                Map.of(
                    "username",
                    name,
                    "password",
                    "correct horse",
                    "id",
                    ada.id(),
                    "is_admin",
                    true,
                    "created_at",
                    "1970-01-01 00:00:00",
                    "password_hash",
                    "x"))
            .expect(200)
            .json()
            .get("user");
    assertTrue(user.get("id").longValue() > ada.id(), user.toString());
    assertFalse(user.get("created_at").asText().startsWith("1970"), user.toString());
    logIn(ada.password()).expect(200);
  }

  /** Else another site could log a browser in as somebody else, and read what is written. */
  @Test
  void anotherSiteGetsNoCookieSet() {
    Http evil = http.with("Origin", "https://elsewhere.example");
    HttpAnswer answer = evil.post("/login", cookieLogin()).expect(403);
    assertEquals("", answer.header("Set-Cookie"));
    http.with("Sec-Fetch-Site", "cross-site").post("/login", cookieLogin()).expect(403);
  }

  @Test
  void aStolenSessionDoesNotChangeThePassword() {
    ada.me()
        .post(
            "/password",
            Map.of("current_password", "a guess of mine", "new_password", "my own now"))
        .expect(400);
    logIn("my own now").expect(401);
    logIn(ada.password()).expect(200);
  }

  @Test
  void nobodyLogsInUnderANameThatOnlyLooksTheSame() {
    TestingAccount paul = TestingAccount.registerAs(stack.edge(), "paul-" + RandomLetters.of(8));
    String alike = paul.username().replaceFirst("l", "1");
    http.post("/login", Map.of("username", alike, "password", paul.password())).expect(401);
  }

  @Test
  void theAnswerDoesNotTellWhetherANameExists() {
    HttpAnswer wrong = logIn("a guess of mine").expect(401);
    HttpAnswer unknown =
        http.post(
                "/login",
                Map.of("username", "x-" + RandomLetters.of(8), "password", "a guess of mine"))
            .expect(401);
    assertEquals(wrong.body(), unknown.body());
    assertEquals(wrong.headers().map().keySet(), unknown.headers().map().keySet());
  }

  private HttpAnswer logIn(String password) {
    return http.post("/login", Map.of("username", ada.username(), "password", password));
  }

  private Map<String, Object> cookieLogin() {
    return Map.of("username", ada.username(), "password", ada.password(), "cookie", true);
  }
}
