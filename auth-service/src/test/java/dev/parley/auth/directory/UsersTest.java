package dev.parley.auth.directory;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.atInternalPort;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.auth.AuthTest;
import dev.parley.auth.MovableClock;
import dev.parley.protocol.internal.ServiceSecret;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@AuthTest
class UsersTest {

  @Inject RedisDataSource redis;
  @Inject MovableClock clock;

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void allUsersAreListedTheOldestFirst() {
    String first = registered();
    String second = registered();
    JsonPath users =
        as(tokenOf(first))
            .get("/users")
            .then()
            .statusCode(200)
            .body("[0].keySet().size()", equalTo(4))
            .body("[0].created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
            .extract()
            .jsonPath();
    List<String> names = users.getList("username");
    assertTrue(names.indexOf(first) >= 0 && names.indexOf(first) < names.indexOf(second));
    List<Integer> ids = users.getList("id");
    assertEquals(ids.stream().sorted().toList(), ids);
  }

  @Test
  void usersOfLivingGatewaysAreOnline() {
    String online = registered();
    String offline = registered();
    String token = tokenOf(online);
    redis.set(String.class).sadd(RedisNames.GATEWAYS, "alive", "dead");
    redis.value(String.class).setex(RedisNames.gatewayLease("alive"), 60, "x");
    redis.hash(String.class).hset(RedisNames.gatewayUsers("alive"), idOf(token, online), online);
    redis.hash(String.class).hset(RedisNames.gatewayUsers("dead"), idOf(token, offline), offline);
    // What was read a moment ago is stale by then.
    clock.advance(Duration.ofSeconds(5));
    JsonPath users = as(token).get("/users").jsonPath();
    assertEquals(true, users.get("find { it.username == '%s' }.is_online".formatted(online)));
    assertEquals(false, users.get("find { it.username == '%s' }.is_online".formatted(offline)));
  }

  private static String idOf(String token, String name) {
    int id = as(token).get("/users").path("find { it.username == '%s' }.id".formatted(name));
    return Integer.toString(id);
  }

  @Test
  void aSearchFindsPartsOfNamesPageByPage() {
    String token = tokenOf(registered());
    List<String> names = List.of(registered(), registered(), registered());
    String common = names.get(0).substring(2, names.get(0).length() - 2).toUpperCase(Locale.ROOT);
    JsonPath page =
        as(token)
            .queryParam("query", common)
            .queryParam("limit", 1)
            .get("/users")
            .then()
            .statusCode(200)
            .body("$", hasSize(1))
            .body("[0].keySet().size()", equalTo(4))
            .extract()
            .jsonPath();
    int last = page.getInt("[0].id");
    as(token)
        .queryParam("query", names.get(2))
        .queryParam("after", last)
        .get("/users")
        .then()
        .body("username", equalTo(List.of(names.get(2))));
  }

  @Test
  void signsHaveNoMeaningInASearch() {
    String token = tokenOf(registered());
    for (String query : Arrays.asList("%", "te_t", "\u0000", "'")) {
      as(token)
          .queryParam("query", query)
          .get("/users")
          .then()
          .statusCode(200)
          .body("$", hasSize(0));
    }
  }

  @Test
  void aPageHasBounds() {
    String token = tokenOf(registered());
    for (String limit : List.of("0", "201", "-1", "many", "\u06F5", "99999999999999999999")) {
      refused(
          as(token).queryParam("limit", limit).get("/users"),
          400,
          "limit must be a number from 1 to 200",
          "invalid_field");
    }
    refused(
        as(token).queryParam("after", "x").get("/users"),
        400,
        "after must be a number from 0",
        "invalid_field");
    as(token).queryParam("limit", 200).get("/users").then().statusCode(200);
  }

  @Test
  void servicesFindUsersInAnySpelling() {
    String name = registered();
    String shouted = name.toUpperCase(Locale.ROOT);
    JsonPath found =
        atInternalPort()
            .header(ServiceSecret.HEADER, "a-secret-of-the-tests")
            .body(Map.of("usernames", List.of(name, shouted, "nobody", "ada\u0000", "")))
            .post("/internal/users/lookup")
            .then()
            .statusCode(200)
            .body("users.size()", equalTo(2))
            .extract()
            .jsonPath();
    assertEquals(name, found.get("users.'%s'.username".formatted(name)));
    assertEquals(name, found.get("users.'%s'.username".formatted(shouted)));
  }

  @Test
  void servicesFindUsersByIdToo() {
    String name = registered();
    String id = idOf(tokenOf(name), name);
    JsonPath found =
        atInternalPort()
            .header(ServiceSecret.HEADER, "a-secret-of-the-tests")
            .body(
                Map.of(
                    "usernames", List.of(name),
                    "ids", List.of(Long.valueOf(id), Long.valueOf(id), 999_999_999)))
            .post("/internal/users/lookup")
            .then()
            .statusCode(200)
            .body("users.size()", equalTo(1))
            .body("ids.size()", equalTo(1))
            .extract()
            .jsonPath();
    assertEquals(name, found.get("ids.'%s'.username".formatted(id)));
  }
}
