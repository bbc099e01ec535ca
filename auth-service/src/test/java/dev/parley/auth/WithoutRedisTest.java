package dev.parley.auth;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AuthTest
@TestProfile(WithoutRedisTest.NobodyListens.class)
class WithoutRedisTest {

  /** Port 1 refuses connections. */
  public static class NobodyListens implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.redis.hosts", "redis://localhost:1");
    }
  }

  @TestHTTPResource(value = "/health/ready", management = true)
  URI readiness;

  @Test
  void accountsAndSessionsWorkAndNobodyIsOnline() {
    String token = tokenOf(registered());
    as(token).get("/users").then().statusCode(200).body("is_online", everyItem(equalTo(false)));
    as(token).post("/logout").then().statusCode(200);
    as(token).get("/me").then().statusCode(401);
  }

  @Test
  void theServiceIsReady() {
    given().get(readiness).then().statusCode(200).body("status", equalTo("UP"));
  }
}
