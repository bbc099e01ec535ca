package dev.parley.auth.session;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.atInternalPort;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.auth.AuthTest;
import dev.parley.auth.MovableClock;
import dev.parley.auth.StrictSettings;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.internal.ServiceSecret;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody finds a session that its owner left behind; here half an hour is too long. */
@AuthTest
@TestProfile(StrictSettings.class)
class IdleSessionTest {

  private static final Duration NEARLY = Duration.ofMinutes(29);
  private static final Duration TOO_LONG = Duration.ofMinutes(31);

  @Inject MovableClock clock;
  @Inject ExpiredSessions expiredSessions;

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void aSessionThatNobodyUsedIsOver() {
    String name = registered();
    String token = tokenOf(name);
    int id = sessionOf(token);
    clock.advance(TOO_LONG);
    refused(as(token).get("/me"), 401, "Invalid or expired session", "session_invalid");
    check(List.of(id), List.of()).then().body("valid", empty());
    as(tokenOf(name)).get("/sessions").then().body("$", hasSize(1));
  }

  @Test
  void itIsRemoved() {
    String token = tokenOf(registered());
    clock.advance(TOO_LONG);
    String fresh = tokenOf(registered());
    expiredSessions.remove();
    assertEquals(0, rows(token));
    assertEquals(1, rows(fresh));
  }

  @Test
  void aSessionThatIsUsedGoesOn() {
    String token = tokenOf(registered());
    for (int i = 0; i < 3; i++) {
      clock.advance(NEARLY);
      as(token).get("/me").then().statusCode(200);
    }
  }

  @Test
  void anOpenSocketIsNoUse() {
    String token = tokenOf(registered());
    int id = sessionOf(token);
    clock.advance(NEARLY);
    check(List.of(id), List.of()).then().body("valid", contains(id));
    clock.advance(Duration.ofMinutes(2));
    check(List.of(id), List.of()).then().body("valid", empty());
  }

  @Test
  void whatIsSentOverASocketIsUse() {
    String token = tokenOf(registered());
    int id = sessionOf(token);
    clock.advance(NEARLY);
    check(List.of(id), List.of(id)).then().body("valid", contains(id));
    clock.advance(NEARLY);
    as(token).get("/me").then().statusCode(200);
  }

  /** For as long as nobody could be told, whoever used it was not idle. */
  @Test
  void useThatIsToldLateCounts() {
    int id = sessionOf(tokenOf(registered()));
    clock.advance(TOO_LONG);
    check(List.of(id), List.of(id)).then().body("valid", contains(id));
  }

  @Test
  void noUseOutlivesTheLongestLife() {
    String token = tokenOf(registered());
    int id = sessionOf(token);
    clock.advance(Duration.ofDays(7));
    check(List.of(id), List.of(id)).then().body("valid", empty());
    as(token).get("/me").then().statusCode(401);
  }

  private static int sessionOf(String token) {
    return as(token).get("/me").then().statusCode(200).extract().path("session_id");
  }

  private static long rows(String token) {
    String hash = new SessionToken(token).hash().value();
    return QuarkusTransaction.requiringNew().call(() -> Session.count("tokenHash", hash));
  }

  private static Response check(List<Integer> sessions, List<Integer> used) {
    return atInternalPort()
        .header(ServiceSecret.HEADER, "a-secret-of-the-tests")
        .body(Map.of("session_ids", sessions, "used", used))
        .post("/internal/sessions/check");
  }
}
