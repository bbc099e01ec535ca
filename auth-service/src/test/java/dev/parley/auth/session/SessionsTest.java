package dev.parley.auth.session;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.json;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.auth.AuthTest;
import dev.parley.auth.Client;
import dev.parley.auth.MovableClock;
import dev.parley.protocol.SessionToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@AuthTest
class SessionsTest {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

  @Inject MovableClock clock;
  @Inject ExpiredSessions expiredSessions;

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void withoutASessionThereIsNothingToSee() {
    for (String path : List.of("/me", "/users", "/sessions")) {
      refused(json().get(path), 401, "Authentication required", "authentication_required");
      refused(as("garbage").get(path), 401, "Invalid or expired session", "session_invalid");
    }
    refused(json().post("/password"), 401, "Authentication required", "authentication_required");
    refused(json().delete("/sessions"), 401, "Authentication required", "authentication_required");
  }

  @Test
  void iAmWhoLoggedIn() {
    String name = registered();
    as(tokenOf(name))
        .get("/me")
        .then()
        .statusCode(200)
        .body("username", equalTo(name))
        .body("created_at", matchesPattern(TIME))
        .body("expires_at", matchesPattern(TIME));
  }

  @Test
  void devicesAreListedTheNewestFirst() {
    String name = registered();
    json()
        .header("User-Agent", "Phone " + "x".repeat(300))
        .body(Client.credentials(name, Client.PASSWORD))
        .post("/login")
        .then()
        .statusCode(200);
    String token = tokenOf(name);
    as(token)
        .get("/sessions")
        .then()
        .statusCode(200)
        .body("$", hasSize(2))
        .body("[0].current", equalTo(true))
        .body("[1].current", equalTo(false))
        .body("[1].user_agent", equalTo("Phone " + "x".repeat(194)))
        .body("[1].created_at", matchesPattern(TIME))
        .body("[1].last_seen_at", matchesPattern(TIME))
        .body("[1].expires_at", matchesPattern(TIME))
        .body("[1].token_hash", nullValue());
  }

  @Test
  void oneDeviceIsLoggedOutByAnother() {
    String name = registered();
    String phone = tokenOf(name);
    String laptop = tokenOf(name);
    int id = as(phone).get("/me").path("session_id");
    as(laptop).delete("/sessions/" + id).then().statusCode(200);
    as(phone).get("/me").then().statusCode(401);
    refused(as(laptop).delete("/sessions/" + id), 404, "Session not found", "not_found");
  }

  @Test
  void nobodyEndsTheSessionsOfOthers() {
    String victim = tokenOf(registered());
    int id = as(victim).get("/me").path("session_id");
    String stranger = tokenOf(registered());
    as(stranger).delete("/sessions/" + id).then().statusCode(404);
    as(stranger).delete("/sessions").then().statusCode(200).body("ended", equalTo(0));
    as(victim).get("/me").then().statusCode(200);
    refused(as(stranger).delete("/sessions/abc"), 404, "Not Found", "not_found");
    as(stranger).delete("/sessions/0").then().statusCode(404);
  }

  @Test
  void allOtherDevicesAreLoggedOutAtOnce() {
    String name = registered();
    List<String> others = List.of(tokenOf(name), tokenOf(name));
    String kept = tokenOf(name);
    as(kept).delete("/sessions").then().statusCode(200).body("ended", equalTo(2));
    others.forEach(token -> as(token).get("/me").then().statusCode(401));
    as(kept).get("/sessions").then().body("$", hasSize(1));
  }

  @Test
  void aSessionExpiresAfterAWeek() {
    String name = registered();
    String token = tokenOf(name);
    clock.advance(Duration.ofDays(7).minusMinutes(5));
    as(token).get("/me").then().statusCode(200);
    clock.advance(Duration.ofMinutes(5));
    refused(as(token).get("/me"), 401, "Invalid or expired session", "session_invalid");
    as(tokenOf(name)).get("/sessions").then().body("$", hasSize(1));
  }

  @Test
  void expiredSessionsAreRemoved() {
    String token = tokenOf(registered());
    assertEquals(1, rows(token));
    clock.advance(Duration.ofDays(8));
    String fresh = tokenOf(registered());
    expiredSessions.remove();
    assertEquals(0, rows(token));
    assertEquals(1, rows(fresh));
  }

  private static long rows(String token) {
    String hash = new SessionToken(token).hash().value();
    return QuarkusTransaction.requiringNew().call(() -> Session.count("tokenHash", hash));
  }

  @Test
  void lastUseIsNotedOnceAMinute() {
    String token = tokenOf(registered());
    Instant created = lastSeen(token);
    clock.advance(Duration.ofSeconds(30));
    assertEquals(created, lastSeen(token));
    clock.advance(Duration.ofSeconds(40));
    as(token).get("/me").then().statusCode(200);
    assertTrue(lastSeen(token).isAfter(created.plusSeconds(60)));
  }

  private static Instant lastSeen(String token) {
    return Instant.parse(as(token).get("/sessions").path("[0].last_seen_at"));
  }
}
