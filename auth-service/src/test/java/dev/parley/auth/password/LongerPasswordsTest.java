package dev.parley.auth.password;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.login;
import static dev.parley.auth.Client.newName;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.register;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;

import dev.parley.auth.AuthTest;
import dev.parley.auth.Client;
import dev.parley.auth.StrictSettings;
import dev.parley.auth.account.Account;
import dev.parley.http.ClientAddress;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where an operator asks for longer passwords, and for none that everybody guesses. */
@AuthTest
@TestProfile(StrictSettings.class)
class LongerPasswordsTest {

  private static final String TOO_SHORT = "Password must be at least 12 characters";

  @Inject Passwords passwords;

  @Test
  void aNewAccountNeedsALongerPassword() {
    refused(register(newName(), "k7#ka9qLm2x"), 400, TOO_SHORT, "password_invalid");
    register(newName(), "k7#ka9qLm2xy").then().statusCode(200);
  }

  /** As clients of the first protocol know them. */
  @Test
  void theTextsOfTheFirstProtocolStayAsTheyAre() {
    refused(
        register("<b>", "12345"),
        400,
        "Password must be at least 6 characters",
        "password_invalid");
    refused(register("  ", "12345"), 400, "Username cannot be empty", "username_invalid");
  }

  @Test
  void nobodyGoesBackToAShorterOne() {
    String token = tokenOf(registered());
    refused(
        as(token)
            .body(Map.of("current_password", Client.PASSWORD, "new_password", "tQ7#ka"))
            .post("/password"),
        400,
        TOO_SHORT,
        "password_invalid");
  }

  /** The users of the first chat, and those from before the setting. */
  @Test
  void whoHasAShorterOneStillLogsIn() {
    String name = registered();
    String hash = passwords.hash("short1", new ClientAddress("127.0.0.1")).stored();
    QuarkusTransaction.requiringNew()
        .run(() -> Account.update("passwordHash = ?1 where username = ?2", hash, name));
    login(name, "short1").then().statusCode(200);
  }

  @Test
  void aLongOneThatEverybodyGuessesIsRefusedToo() {
    refused(
        register(newName(), "Qwerty123456"),
        400,
        "Password is one of the most common ones: choose one that nobody guesses",
        "password_invalid");
    String name = newName() + "-long-name";
    refused(
        register(name, name.toUpperCase(Locale.ROOT)),
        400,
        "Password is one of the most common ones: choose one that nobody guesses",
        "password_invalid");
  }
}
