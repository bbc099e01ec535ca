package dev.parley.history.reset;

import static org.hamcrest.Matchers.equalTo;

import dev.parley.history.TestingGateway;
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
@TestProfile(ResetSwitchedOffTest.Production.class)
class ResetSwitchedOffTest {

  /** Without the debug switch. */
  public static class Production implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("parley.debug.enabled", "false");
    }
  }

  @Inject TestingGateway gateway;

  @Test
  void thereIsNoReset() {
    gateway.post("/internal/reset", "").then().statusCode(404).body("code", equalTo("not_found"));
  }
}
