package dev.parley.auth.session;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.atInternalPort;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.auth.AuthTest;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.internal.ServiceSecret;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AuthTest
class VerifySessionsTest {

  @Inject RedisDataSource redis;

  @Test
  void validSessionsAreToldAndCached() {
    String name = registered();
    String hash = hashOf(tokenOf(name));
    String unknown = hashOf("garbage");
    verify(List.of(hash, unknown))
        .then()
        .statusCode(200)
        .body("sessions", hasKey(hash))
        .body("sessions", not(hasKey(unknown)))
        .body("sessions." + quoted(hash) + ".username", equalTo(name));
    assertTrue(awaitCached(hash).contains("\"username\":\"" + name + "\""));
    long life = redis.key().pttl(key(hash));
    assertTrue(life > 0 && life <= 60_000, () -> "lives for " + life);
  }

  @Test
  void aSessionThatWasRevokedMeanwhileIsNotCachedAgain() {
    String token = tokenOf(registered());
    as(token).post("/logout").then().statusCode(200);
    verify(List.of(hashOf(token))).then().statusCode(200).body("sessions.size()", equalTo(0));
    assertEquals("revoked", redis.value(String.class).get(key(hashOf(token))));
  }

  /** G6: the mark needs memory, which a full Redis refuses. */
  @Test
  void aFullRedisForgetsARevokedSession() {
    String token = tokenOf(registered());
    verify(List.of(hashOf(token))).then().statusCode(200);
    awaitCached(hashOf(token));
    redis.execute("CONFIG", "SET", "maxmemory", "1");
    try {
      as(token).post("/logout").then().statusCode(200);
      assertNull(redis.value(String.class).get(key(hashOf(token))));
    } finally {
      redis.execute("CONFIG", "SET", "maxmemory", "0");
    }
  }

  @Test
  void onlyServicesMayAsk() {
    refused(
        atInternalPort().body(Map.of("token_hashes", List.of())).post("/internal/sessions/verify"),
        401,
        "A valid service secret is required",
        "service_secret_required");
    refused(
        atInternalPort().header(ServiceSecret.HEADER, "guess").post("/internal/users/lookup"),
        401,
        "A valid service secret is required",
        "service_secret_required");
  }

  @Test
  void whileTheSecretIsReplacedTheOtherOneIsGoodToo() {
    for (String secret : List.of("a-secret-of-the-tests", "the-secret-before-it")) {
      askWith(secret).then().statusCode(200);
    }
    for (String secret :
        List.of("a-secret-of-the-tests,the-secret-before-it", "the-secret-before", "")) {
      askWith(secret).then().statusCode(401);
    }
  }

  private static Response askWith(String secret) {
    return atInternalPort()
        .header(ServiceSecret.HEADER, secret)
        .body(Map.of("token_hashes", List.of()))
        .post("/internal/sessions/verify");
  }

  @Test
  void aMalformedRequestIsRefused() {
    verify(List.of("short")).then().statusCode(400);
  }

  private static Response verify(List<String> hashes) {
    return atInternalPort()
        .header(ServiceSecret.HEADER, "a-secret-of-the-tests")
        .body(Map.of("token_hashes", hashes))
        .post("/internal/sessions/verify");
  }

  /** The cache is filled after the answer. */
  private String awaitCached(String hash) {
    Instant deadline = Instant.now().plusSeconds(10);
    String cached = null;
    while (cached == null) {
      assertTrue(Instant.now().isBefore(deadline), "the session was not cached");
      cached = redis.value(String.class).get(key(hash));
    }
    return cached;
  }

  private static String hashOf(String token) {
    return new SessionToken(token).hash().value();
  }

  private static String key(String hash) {
    return RedisNames.session(new SessionToken.Hash(hash));
  }

  private static String quoted(String hash) {
    return "'" + hash + "'";
  }
}
