package dev.parley.auth;

import static dev.parley.auth.Client.PASSWORD;
import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.credentials;
import static dev.parley.auth.Client.json;
import static dev.parley.auth.Client.login;
import static dev.parley.auth.Client.newName;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
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
      return Map.of(
          "quarkus.redis.hosts", "redis://localhost:1",
          "parley.passwords.refuse-common-at-registration", "true",
          "parley.throttle.account.first-pause", "1m",
          "parley.throttle.account.forgive-every", "1h",
          "parley.throttle.registration.free", "3",
          "parley.throttle.registration.first-pause", "1m",
          "parley.throttle.registration.forgive-every", "1h");
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

  @Test
  void aReplicaAloneCountsFailures() {
    String name = newName();
    for (int i = 0; i < 10; i++) {
      login(name, "wrong password").then().statusCode(401);
    }
    refused(
        login(name, "wrong password"), 429, "Too many requests: slow down", "too_many_requests");
  }

  @Test
  void anAddressOpensSoManyAccountsAndNoMore() {
    for (int i = 0; i < 3; i++) {
      register("203.0.113.1").then().statusCode(200);
    }
    refused(register("203.0.113.1"), 429, "Too many requests: slow down", "too_many_requests");
    register("203.0.113.2").then().statusCode(200);
  }

  @Test
  void anOperatorMayRefuseCommonPasswordsAtRegistration() {
    refused(
        Client.register(newName(), "Password1"),
        400,
        "Password is one of the most common ones: choose one that nobody guesses",
        "password_invalid");
  }

  private static Response register(String address) {
    return json()
        .header("X-Forwarded-For", address)
        .body(credentials(newName(), PASSWORD))
        .post("/register");
  }
}
