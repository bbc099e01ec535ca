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
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(CommandRatesTest.ThreeAtOnce.class)
class CommandRatesTest {

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
    int accepted = 0;
    while (ada.post("/conversations/global/events", POST).extract().statusCode() == 200) {
      accepted++;
    }
    assertTrue(accepted >= 3, "only " + accepted);
    ada.post("/rooms/1/join", "")
        .statusCode(429)
        .header("Retry-After", equalTo("1"))
        .body("code", equalTo("too_many_requests"));
    ada.get("/conversations/global/messages").statusCode(200);
    accounts.open("bob").post("/conversations/global/events", POST).statusCode(200);
  }
}
