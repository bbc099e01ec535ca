package dev.parley.auth.session;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.atInternalPort;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.parley.auth.AuthTest;
import dev.parley.protocol.internal.CheckSessions;
import dev.parley.protocol.internal.ServiceSecret;
import io.restassured.response.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** G6: a gateway learns of every session that has ended, told or not. */
@AuthTest
class CheckSessionsTest {

  @Test
  void onlyWhatIsStillValidIsTold() {
    String name = registered();
    String kept = tokenOf(name);
    String ended = tokenOf(name);
    int keptId = sessionOf(kept);
    int endedId = sessionOf(ended);
    as(ended).post("/logout").then().statusCode(200);
    check(List.of(keptId, endedId, 999_999_999)).then().body("valid", contains(keptId));
  }

  @Test
  void nothingIsAskedAndNothingTold() {
    check(List.of()).then().statusCode(200).body("valid", empty());
  }

  @Test
  void tooManyAreRefused() {
    check(IntStream.rangeClosed(1, CheckSessions.MAX_SESSIONS).boxed().toList())
        .then()
        .statusCode(200);
    check(IntStream.rangeClosed(1, CheckSessions.MAX_SESSIONS + 1).boxed().toList())
        .then()
        .statusCode(400);
  }

  @Test
  void onlyServicesMayAsk() {
    refused(
        atInternalPort().body(Map.of("session_ids", List.of(1))).post("/internal/sessions/check"),
        401,
        "A valid service secret is required",
        "service_secret_required");
  }

  private static int sessionOf(String token) {
    return as(token).get("/me").then().statusCode(200).extract().path("session_id");
  }

  private static Response check(Collection<Integer> sessions) {
    return atInternalPort()
        .header(ServiceSecret.HEADER, "a-secret-of-the-tests")
        .body(Map.of("session_ids", sessions))
        .post("/internal/sessions/check");
  }
}
