package dev.parley.auth.throttle;

import static dev.parley.auth.Client.PASSWORD;
import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.credentials;
import static dev.parley.auth.Client.json;
import static dev.parley.auth.Client.newName;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.auth.AuthTest;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Attacks on a sign-in. Addresses are told by X-Forwarded-For, as from an edge on this machine. */
@AuthTest
@TestProfile(ThrottleTest.LongPauses.class)
class ThrottleTest {

  /** However slow the machine is, a pause is on when a test looks for it. */
  public static class LongPauses implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "parley.throttle.account.first-pause", "1m",
          "parley.throttle.account.forgive-every", "1h",
          "parley.throttle.address.first-pause", "1m",
          "parley.throttle.address.forgive-every", "1h");
    }
  }

  private static final int FREE = 10;
  private static final AtomicInteger ADDRESS = new AtomicInteger();

  @Inject RedisDataSource redis;

  @Test
  void whoGuessesHasToWait() {
    String name = registered();
    String attacker = newAddress();
    guessOften(name, attacker);
    refused(
            login(name, "wrong password", attacker),
            429,
            "Too many requests: slow down",
            "too_many_requests")
        .header("Retry-After", matchesPattern("[1-5]?[0-9]|60"));
    // Not even the right one: else an attacker would go on without waiting.
    login(name, PASSWORD, attacker).then().statusCode(429);
  }

  @Test
  void anUnknownNameIsToldNothingElse() {
    String attacker = newAddress();
    String name = newName();
    guessOften(name, attacker);
    login(name, "wrong password", attacker).then().statusCode(429);
  }

  @Test
  void anotherAddressAndAnotherSpellingHelpNoAttacker() {
    String name = registered();
    for (int i = 0; i < FREE; i++) {
      login(i % 2 == 0 ? name : " " + name.toUpperCase(Locale.ROOT), "wrong password", newAddress())
          .then()
          .statusCode(401);
    }
    login(name, "wrong password", newAddress()).then().statusCode(429);
  }

  @Test
  void guessesAtTheSameTimeAreNoMoreThanOneAfterTheOther() throws Exception {
    String name = registered();
    List<Callable<Response>> guesses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      guesses.add(() -> login(name, "wrong password", newAddress()));
    }
    int guessed = 0;
    try (ExecutorService attackers = Executors.newFixedThreadPool(20)) {
      for (Future<Response> guess : attackers.invokeAll(guesses)) {
        guessed += guess.get().statusCode() == 401 ? 1 : 0;
      }
    }
    assertTrue(guessed <= FREE, guessed + " guesses were let through");
  }

  @Test
  void theOwnerGetsInMeanwhileFromWhereTheyWereBefore() {
    String name = registered();
    String home = newAddress();
    String token =
        login(name, PASSWORD, home).then().statusCode(200).extract().path("session_token");
    guessOften(name, newAddress());
    login(name, PASSWORD, newAddress()).then().statusCode(429);
    login(name, PASSWORD, home).then().statusCode(200);
    as(token).get("/me").then().statusCode(200);
  }

  @Test
  void whoLogsInIsNotCounted() {
    String name = registered();
    String address = newAddress();
    for (int i = 0; i < 3 * FREE; i++) {
      login(name, PASSWORD, address).then().statusCode(200);
    }
  }

  @Test
  void anAddressThatTriesOneAccountAfterTheOtherHasToWait() {
    String attacker = newAddress();
    for (int i = 0; i < 100; i++) {
      login("nobody-" + i, "wrong password", attacker).then().statusCode(401);
    }
    String victim = registered();
    login(victim, PASSWORD, attacker).then().statusCode(429);
    // What a client claims itself stands before what its proxy says.
    login(victim, PASSWORD, "192.0.2.77, " + attacker).then().statusCode(429);
    login(victim, PASSWORD, newAddress()).then().statusCode(200);
  }

  @Test
  void aRedisThatForgotSetsNobodyFree() {
    String name = registered();
    guessOften(name, newAddress());
    redis.flushall();
    login(name, "wrong password", newAddress()).then().statusCode(429);
  }

  @Test
  void aSessionIsNoWayToGuessThePassword() {
    String name = registered();
    String token = tokenOf(name);
    for (int i = 0; i < FREE; i++) {
      change(token, "wrong password").then().statusCode(400);
    }
    refused(change(token, PASSWORD), 429, "Too many requests: slow down", "too_many_requests");
    // The session itself is as good as before.
    as(token).get("/me").then().statusCode(200);
    tokenOf(name);
  }

  @Test
  void whoOnlyKnowsANameKeepsNobodyFromChangingThePassword() {
    String name = registered();
    String token = tokenOf(name);
    guessOften(name, newAddress());
    change(token, PASSWORD).then().statusCode(200);
  }

  private static Response change(String token, String current) {
    return as(token)
        .body(Map.of("current_password", current, "new_password", "battery staple"))
        .post("/password");
  }

  /** Until there is a pause. */
  private static void guessOften(String name, String address) {
    for (int i = 0; i < FREE; i++) {
      login(name, "wrong password", address).then().statusCode(401);
    }
  }

  private static Response login(String name, String password, String address) {
    return json()
        .header("X-Forwarded-For", address)
        .body(credentials(name, password))
        .post("/login");
  }

  private static String newAddress() {
    int number = ADDRESS.incrementAndGet();
    return String.format(Locale.ROOT, "203.0.%d.%d", number / 250, number % 250);
  }

  @Test
  void theCountSurvivesInRedisOnlyAsHashes() {
    String name = registered();
    login(name, "wrong password", newAddress()).then().statusCode(401);
    List<String> keys = redis.key().keys("parley:strikes:*");
    assertTrue(
        !keys.isEmpty() && keys.stream().noneMatch(key -> key.contains(name)), keys::toString);
    assertEquals(2, redis.hash(String.class).hgetall(keys.getFirst()).size());
  }
}
