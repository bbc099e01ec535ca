package dev.parley.auth.debug;

import static dev.parley.auth.Client.PASSWORD;
import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.json;
import static dev.parley.auth.Client.login;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.auth.AuthTest;
import dev.parley.auth.Revoked;
import dev.parley.auth.history.StubHistory;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@AuthTest
@QuarkusTestResource(value = StubHistory.class, restrictToAnnotatedClass = true)
class DebugTest {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";

  @Inject RedisDataSource redis;
  StubHistory history;

  @AfterEach
  void repairHistory() {
    history.answer(200);
  }

  @Test
  void theNewestUsersAreShown() {
    String name = "";
    for (int i = 0; i < 11; i++) {
      name = registered();
    }
    json()
        .get("/debug/users")
        .then()
        .statusCode(200)
        .body("total_users", greaterThan(10))
        .body("recent_users", hasSize(10))
        .body("recent_users[0].username", equalTo(name))
        .body("recent_users[0].created_at", matchesPattern(TIME))
        .body("recent_users[0].keySet().size()", equalTo(3));
  }

  @Test
  void theNewestSessionsAreShown() {
    String name = registered();
    tokenOf(name);
    json()
        .get("/debug/sessions")
        .then()
        .statusCode(200)
        .body("total_sessions", greaterThan(0))
        .body("recent_sessions[0].username", equalTo(name))
        .body("recent_sessions[0].is_active", equalTo(true))
        .body("recent_sessions[0].created_at", matchesPattern(TIME))
        .body("recent_sessions[0].expires_at", matchesPattern(TIME))
        .body("recent_sessions[0].keySet().size()", equalTo(6));
  }

  @Test
  void aResetForgetsEverybodyEverywhere() throws InterruptedException {
    String name = registered();
    String token = tokenOf(name);
    int before = history.resets();
    try (Revoked revoked = new Revoked(redis)) {
      json()
          .post("/debug/reset")
          .then()
          .statusCode(200)
          .body("message", equalTo("Database reset successfully"));
      revoked.next();
    }
    assertEquals(before + 1, history.resets());
    as(token).get("/me").then().statusCode(401);
    login(name, PASSWORD).then().statusCode(401);
    json().get("/debug/users").then().body("total_users", equalTo(0));
    json().get("/debug/sessions").then().body("total_sessions", equalTo(0));
  }

  @Test
  void aResetThatHistoryDidNotDoIsNotDone() {
    history.answer(500);
    refused(json().post("/debug/reset"), 503, "Temporarily unavailable: try again", "unavailable");
  }

  @Test
  void anotherSiteResetsNothing() {
    String token = tokenOf(registered());
    refused(
        json().header("Origin", "https://evil.example").post("/debug/reset"),
        403,
        "Origin not allowed",
        "origin_not_allowed");
    as(token).get("/me").then().statusCode(200);
  }
}
