package dev.parley.history.commands;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingUser;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(CommandRatesTest.ThreeAtOnce.class)
class CommandRatesTest {

  private static final String EVENTS = "/conversations/global/events";
  private static final String POST = "{\"type\":\"post\",\"content\":\"hi\"}";

  @Inject TestingAccounts accounts;

  /** A second is long enough for the requests in a row that the test sends. */
  public static class ThreeAtOnce implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("parley.commands.per-second", "1", "parley.commands.burst", "3");
    }
  }

  @Test
  void whoSendsTooManyCommandsIsToldWhenToGoOnAndOthersAreNotAffected() {
    TestingUser ada = accounts.open("ada");
    List<Response> answers = new ArrayList<>();
    do {
      answers.add(ada.post(EVENTS, POST).extract().response());
    } while (answers.getLast().statusCode() == 200);
    assertTrue(answers.size() > 3, "only " + answers.size());
    answers
        .getLast()
        .then()
        .statusCode(429)
        .header("Retry-After", equalTo("1"))
        .body("code", equalTo("too_many_requests"));
    ada.get("/conversations/global/messages").statusCode(200);
    accounts.open("bob").post(EVENTS, POST).statusCode(200);
  }
}
