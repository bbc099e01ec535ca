package dev.parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.gateway.redis.FaultyRedis;
import dev.parley.gateway.redis.RawRedis;
import dev.parley.gateway.redis.Subscription;
import dev.parley.gateway.redis.WithFaultyRedis;
import dev.parley.gateway.services.TestingAuth;
import dev.parley.gateway.services.TestingHistory;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.testing.Eventually;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G9: one gateway at a real Redis that dies, hangs and forgets, beside another gateway. */
@QuarkusTest
@TestProfile(WithFaultyRedis.class)
class PresenceFaultsIT {

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final long LONG = 60_000;
  private static final int MAX_CONNECTIONS = 12;
  private static final String OWN_USERS = RedisNames.gatewayUsers(WithFaultyRedis.GATEWAY);
  private static final String OWN_LEASE = RedisNames.gatewayLease(WithFaultyRedis.GATEWAY);
  private static final AtomicLong IDS = new AtomicLong(1_000_000);

  @TestHTTPResource("/")
  URI gateway;

  @Inject TestingAuth auth;
  @Inject TestingHistory history;
  @Inject Subscription subscription;
  @Inject Presence presence;
  FaultyRedis redis;

  private RawRedis raw;
  private OtherGateway other;
  private User ada;
  private TestingChatClient client;
  private final User bob = user("bob");
  private final User carol = user("carol");

  @BeforeEach
  void twoGateways() {
    raw = redis.raw();
    awaitSubscription(true);
    other = new OtherGateway(raw, "other-" + UUID.randomUUID());
    other.lease(LONG);
    TestingAuth.Login login = auth.login(user("ada").username(), Duration.ofHours(1));
    ada = login.user();
    client = TestingHandshake.to(gateway).token(login.token()).open();
    client.await("user_list_update");
    other.change(bob, PresenceState.CONNECTED);
    awaitInTheList(bob);
  }

  @AfterEach
  void everybodyLeaves() {
    history.setAway(false);
    client.drop();
    other.empty();
    await("an empty roster", () -> online().isEmpty());
    other.lease(1);
  }

  @Test
  void anEmptyRestartMakesNobodyLeave() {
    redis.kill();
    awaitSubscription(false);
    redis.startAnew();
    awaitSubscription(true);
    await("the own users in Redis", () -> ownUsers().containsKey(ada.id().toString()));
    // The other one is slower, and has not said yet that it lives.
    await("a renewal", () -> raw.text("EXISTS", OWN_LEASE).equals("1"));
    other.lease(LONG);
    other.announce();
    awaitThatTheDeadAreBuried();
    assertNobodyLeft();
  }

  @Test
  void aRedisThatHangsIsNoticedAndWhenItWakesUpNobodyLeaves() {
    other.lease(LEASE.toMillis() / 2);
    redis.pause();
    long pausedAt = System.nanoTime();
    awaitSubscription(false);
    assertTrue(presence.isConnected(bob.id()), "the last known stay");
    await("every lease to run out", () -> System.nanoTime() - pausedAt > LEASE.toNanos());
    redis.resume();
    awaitSubscription(true);
    other.lease(LONG);
    other.change(carol, PresenceState.CONNECTED);
    awaitNews(carol.username() + " joined the chat");
    await("few connections", () -> raw.text("CLIENT", "LIST").lines().count() <= MAX_CONNECTIONS);
    awaitThatTheDeadAreBuried();
    assertNobodyLeft();
  }

  /** It refuses what needs memory; a lease that stands is renewed without any. */
  @Test
  void aFullRedisMakesNobodyLeave() {
    awaitThatTheDeadAreBuried();
    raw.command("CONFIG", "SET", "maxmemory", "1");
    try {
      long fullAt = System.nanoTime();
      await("every lease to run out", () -> System.nanoTime() - fullAt > LEASE.toNanos());
      assertEquals("1", raw.text("EXISTS", OWN_LEASE));
    } finally {
      raw.command("CONFIG", "SET", "maxmemory", "0");
    }
    assertNobodyLeft();
  }

  @Test
  void theUsersOfADeadGatewayLeaveOnceAndNotThoseWhoAreElsewhere() {
    awaitThatTheDeadAreBuried();
    other.change(ada, PresenceState.CONNECTED);
    other.lease(1);
    awaitNews(bob.username() + " left the chat");
    await("the hash to go", () -> raw.text("EXISTS", other.users()).equals("0"));
    assertEquals(1, departures().size(), () -> departures().toString());
    assertTrue(presence.isConnected(ada.id()));
  }

  @Test
  void whoWasBuriedAliveComesBack() {
    raw.command("DEL", OWN_USERS, OWN_LEASE);
    raw.command("SREM", RedisNames.GATEWAYS, WithFaultyRedis.GATEWAY);
    await(
        "the own users in Redis",
        () ->
            GatewayUsers.parse(ownUsers())
                .filter(users -> users.states().get(ada) == PresenceState.CONNECTED)
                .isPresent());
    assertEquals("1", raw.text("EXISTS", OWN_LEASE));
    assertEquals("1", raw.text("SISMEMBER", RedisNames.GATEWAYS, WithFaultyRedis.GATEWAY));
  }

  @Test
  void whatAnOldConnectionWritesLateIsCorrectedUnderANewVersion() {
    long version = Long.parseLong(ownUsers().get(GatewayUsers.VERSION));
    raw.command(
        "HSET", OWN_USERS, ada.id().toString(), "LINGERING:" + ada.username(), "version", "7");
    await(
        "the correction",
        () ->
            GatewayUsers.parse(ownUsers())
                .filter(users -> users.version() > version)
                .filter(users -> users.states().get(ada) == PresenceState.CONNECTED)
                .isPresent());
  }

  @Test
  void whatWasMissedIsFoundInTheHashWithItsState() {
    other.changeInSilence(bob, PresenceState.LINGERING);
    other.changeInSilence(carol, PresenceState.CONNECTED);
    awaitNews(carol.username() + " joined the chat");
    assertTrue(presence.isOnline(bob.id()) && !presence.isConnected(bob.id()));
  }

  @Test
  void whatComesLateIsIgnored() {
    other.publish(
        "{\"version\":1,\"user\":{\"id\":%s,\"username\":\"%s\"},\"state\":\"GONE\"}"
            .formatted(bob.id(), bob.username()));
    other.change(carol, PresenceState.CONNECTED);
    awaitNews(carol.username() + " joined the chat");
    assertTrue(presence.isConnected(bob.id()));
  }

  @Test
  void aHashThatIsNotWholeIsNotBelieved() {
    raw.command("HDEL", other.users(), bob.id().toString());
    raw.command("HSET", other.users(), GatewayUsers.VERSION, "999");
    OtherGateway third = new OtherGateway(raw, "third-" + UUID.randomUUID());
    third.lease(LONG);
    third.changeInSilence(carol, PresenceState.CONNECTED);
    awaitNews(carol.username() + " joined the chat");
    assertNobodyLeft();
    third.empty();
  }

  @Test
  void whoIsGreetedOnlyAfterTheGraceIsOnlineToThemselvesToo() {
    TestingAuth.Login dora = auth.login(user("dora").username(), Duration.ofHours(1));
    String id = dora.user().id().toString();
    TestingChatClient before = secondProtocol(dora);
    awaitNews(dora.user().username() + " joined the chat");
    before.drop();
    history.setAway(true);
    try (TestingChatClient after = secondProtocol(dora)) {
      awaitNews(dora.user().username() + " left the chat");
      history.setAway(false);
      after.await("welcome");
      awaitNews(dora.user().username() + " joined the chat");
      after.await(
          frame -> frame.path("joined").findValuesAsText("id").contains(id), "the own arrival");
      assertTrue(shownBy(after).contains(id), after.frames()::toString);
    }
  }

  /** What was told to everybody before the greeting must not reach the client after it. */
  @Test
  void whoIsGreetedOnlyAfterTheGraceIsOnlineToThemselvesInTheFirstProtocolToo() {
    TestingAuth.Login dora = auth.login(user("dora").username(), Duration.ofHours(1));
    TestingChatClient before = firstProtocol(dora);
    awaitNews(dora.user().username() + " joined the chat");
    before.drop();
    history.setAway(true);
    try (TestingChatClient after = firstProtocol(dora)) {
      awaitNews(dora.user().username() + " left the chat");
      history.setAway(false);
      after.await("user_list_update");
      after.chat("all that was told before");
      after.awaitChat("all that was told before");
      String shown = after.frames("user_list_update").getLast().path("users").toString();
      assertTrue(shown.contains(dora.user().username()), after.frames()::toString);
    }
  }

  private TestingChatClient firstProtocol(TestingAuth.Login login) {
    return TestingHandshake.to(gateway).token(login.token()).open();
  }

  private TestingChatClient secondProtocol(TestingAuth.Login login) {
    return TestingHandshake.to(gateway).secondProtocol().bearer(login.token()).begin();
  }

  /** Who is online by all that this client was told, in its order. */
  private static Set<String> shownBy(TestingChatClient client) {
    Set<String> shown = new HashSet<>();
    for (JsonNode frame : client.frames("presence")) {
      if (frame.has("full")) {
        shown.clear();
      }
      frame.path("full").forEach(one -> shown.add(one.get("id").asText()));
      frame.path("joined").forEach(one -> shown.add(one.get("id").asText()));
      frame.path("left").forEach(one -> shown.remove(one.get("id").asText()));
    }
    return shown;
  }

  private List<User> online() {
    List<User> all = new ArrayList<>();
    presence.show(all::addAll);
    return all;
  }

  private Map<String, String> ownUsers() {
    return raw.hash(OWN_USERS);
  }

  private void awaitSubscription(boolean active) {
    await("a subscription that is active: " + active, () -> subscription.isActive() == active);
  }

  /** Nobody is buried for a lease after an interruption; then a gateway that never was is. */
  private void awaitThatTheDeadAreBuried() {
    String ghost = "ghost-" + UUID.randomUUID();
    raw.command("SADD", RedisNames.GATEWAYS, ghost);
    await("a burial", () -> raw.text("SISMEMBER", RedisNames.GATEWAYS, ghost).equals("0"));
  }

  /** Together with those whom the test before has left behind, nobody is told of by name. */
  private void awaitInTheList(User user) {
    client.await(
        frame -> frame.path("users").toString().contains(user.username()),
        user.username() + " in the list");
  }

  private void awaitNews(String message) {
    client.await(frame -> frame.path("message").asText().equals(message), message);
  }

  private void assertNobodyLeft() {
    assertEquals(List.of(), departures());
    assertTrue(presence.isConnected(bob.id()));
  }

  /** Of this test's own users; those of the tests before may leave late. */
  private List<JsonNode> departures() {
    return client.frames("user_list_update").stream()
        .filter(
            frame ->
                List.of(ada, bob, carol).stream()
                    .map(user -> user.username() + " left the chat")
                    .anyMatch(frame.path("message").asText()::equals))
        .toList();
  }

  private static void await(String description, BooleanSupplier condition) {
    Eventually.get(description, LIMIT, condition::getAsBoolean, holds -> holds);
  }

  private static User user(String name) {
    long id = IDS.incrementAndGet();
    return new User(new UserId(id), name + "-" + id);
  }
}
