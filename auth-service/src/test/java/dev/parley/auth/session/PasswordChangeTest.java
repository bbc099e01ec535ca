package dev.parley.auth.session;

import static dev.parley.auth.Client.PASSWORD;
import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.login;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.auth.AuthTest;
import dev.parley.auth.Revoked;
import dev.parley.auth.account.Account;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@AuthTest
class PasswordChangeTest {

  private static final String NEW = "battery staple";

  @Inject RedisDataSource redis;
  @Inject Sessions sessions;

  @Test
  void whoeverElseKnewTheOldPasswordIsOut() throws InterruptedException {
    String name = registered();
    String other = tokenOf(name);
    int otherId = as(other).get("/me").path("session_id");
    String mine = tokenOf(name);
    try (Revoked revoked = new Revoked(redis)) {
      change(mine, PASSWORD, NEW)
          .then()
          .statusCode(200)
          .body("message", equalTo("Password changed successfully"));
      assertEquals("{\"session_ids\":[" + otherId + "]}", revoked.next());
    }
    as(mine).get("/me").then().statusCode(200);
    as(other).get("/me").then().statusCode(401);
    login(name, PASSWORD).then().statusCode(401);
    login(name, NEW).then().statusCode(200);
  }

  @Test
  void theCurrentPasswordIsAskedFor() {
    String token = tokenOf(registered());
    refused(change(token, "wrong", NEW), 400, "Current password is wrong", "password_wrong");
    refused(
        change(token, PASSWORD, "12345"),
        400,
        "Password must be at least 6 characters",
        "password_invalid");
    refused(
        change(token, PASSWORD, "x".repeat(129)),
        400,
        "Password must be at most 128 characters",
        "password_invalid");
    as(token).body("{}").post("/password").then().statusCode(422).body("detail", hasSize(2));
  }

  @Test
  void whatEverybodyGuessesFirstIsNoNewPassword() {
    String token = tokenOf(registered());
    for (String common : List.of("123456", "Password1", "QWERTY123", "iloveyou")) {
      refused(
          change(token, PASSWORD, common),
          400,
          "Password is one of the most common ones: choose one that nobody guesses",
          "password_invalid");
    }
    change(token, PASSWORD, "password of mine").then().statusCode(200);
  }

  @Test
  void aLoginThatWasUnderWayWithTheOldPasswordMakesNoSession() {
    String name = registered();
    Account proven =
        QuarkusTransaction.requiringNew().call(() -> Account.named(name).orElseThrow());
    change(tokenOf(name), PASSWORD, NEW).then().statusCode(200);
    assertEquals(Optional.empty(), sessions.open(proven, null));
  }

  @Test
  void anotherSiteChangesNothing() {
    String token = tokenOf(registered());
    refused(
        given()
            .cookie("parley_session", token)
            .header("Sec-Fetch-Site", "cross-site")
            .body(Map.of("current_password", PASSWORD, "new_password", NEW))
            .contentType("application/json")
            .post("/password"),
        403,
        "Origin not allowed",
        "origin_not_allowed");
  }

  private static Response change(String token, String current, String replacement) {
    return as(token)
        .body(Map.of("current_password", current, "new_password", replacement))
        .post("/password");
  }
}
