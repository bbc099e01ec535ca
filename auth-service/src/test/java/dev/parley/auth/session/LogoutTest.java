package dev.parley.auth.session;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.json;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.auth.AuthTest;
import dev.parley.auth.Revoked;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@AuthTest
class LogoutTest {

  @Inject RedisDataSource redis;

  @Test
  void aSessionEndsForGood() throws InterruptedException {
    String name = registered();
    String token = tokenOf(name);
    String other = tokenOf(name);
    int id = as(token).get("/me").path("session_id");
    try (Revoked revoked = new Revoked(redis)) {
      as(token)
          .post("/logout")
          .then()
          .statusCode(200)
          .body("message", equalTo("Logged out successfully"))
          .body("keySet().size()", equalTo(1));
      assertEquals("{\"session_ids\":[" + id + "]}", revoked.next());
    }
    refused(as(token).get("/me"), 401, "Invalid or expired session", "session_invalid");
    as(other).get("/me").then().statusCode(200);
    String cacheKey = RedisNames.session(new SessionToken(token).hash());
    assertEquals("revoked", redis.value(String.class).get(cacheKey));
  }

  @Test
  void anyTokenWillDo() {
    as("garbage")
        .post("/logout")
        .then()
        .statusCode(200)
        .body("message", equalTo("Logged out successfully"));
  }

  @Test
  void withoutATokenThereIsNothingToEnd() {
    refused(json().post("/logout"), 401, "No session token provided", "token_missing");
    refused(
        json().header("Authorization", "Basic abc").post("/logout"),
        401,
        "No session token provided",
        "token_missing");
  }

  @Test
  void aCookieIsTakenAway() {
    String token = tokenOf(registered());
    given()
        .cookie("parley_session", token)
        .post("/logout")
        .then()
        .statusCode(200)
        .header("Set-Cookie", containsString("parley_session="))
        .header("Set-Cookie", containsString("Max-Age=0"));
    as(token).get("/me").then().statusCode(401);
  }

  @Test
  void aCookieOfThisHostAloneIsTakenAway() {
    given()
        .header("X-Forwarded-Proto", "https")
        .cookie("__Host-parley_session", tokenOf(registered()))
        .post("/logout")
        .then()
        .statusCode(200)
        .header("Set-Cookie", startsWith("__Host-parley_session=;"))
        .header("Set-Cookie", containsString("Secure"))
        .header("Set-Cookie", containsString("Max-Age=0"));
  }

  @Test
  void anotherSiteLogsNobodyOut() {
    String token = tokenOf(registered());
    refused(
        given()
            .cookie("parley_session", token)
            .header("Origin", "https://evil.example")
            .post("/logout"),
        403,
        "Origin not allowed",
        "origin_not_allowed");
    as(token).get("/me").then().statusCode(200);
  }
}
