package dev.parley.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.protocol.SessionToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutRedisTest.NobodyListens.class)
@QuarkusTestResource(StubAuthService.class)
class WithoutRedisTest {

  /** Port 1 refuses connections. */
  public static class NobodyListens implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.redis.hosts", "redis://localhost:1");
    }
  }

  StubAuthService authService;

  @Test
  void theAuthServiceIsAskedInstead() {
    SessionToken token = SessionToken.generate(new SecureRandom());
    authService.issue(token, "2999-01-01T00:00:00.000000Z");
    given()
        .header("Authorization", "Bearer " + token.value())
        .get("/me")
        .then()
        .statusCode(200)
        .body(equalTo("ada by BEARER"));
  }
}
