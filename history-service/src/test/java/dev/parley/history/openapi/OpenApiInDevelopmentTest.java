package dev.parley.history.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(OpenApiInDevelopmentTest.Development.class)
class OpenApiInDevelopmentTest {

  /** Of the profile for tests only what a test needs. */
  public static class Development implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
      return "dev";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.test-port", "0",
          "quarkus.management.test-port", "0",
          "parley.internal.secret", "a-secret-for-tests");
    }
  }

  @Test
  void inDevelopmentEverybodyMayReadIt() {
    given().get("/openapi?format=json").then().statusCode(200).body("openapi", startsWith("3."));
  }
}
