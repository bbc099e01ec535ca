package dev.parley.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.gateway.redis.FaultyRedis;
import dev.parley.gateway.redis.Subscription;
import dev.parley.gateway.redis.WithFaultyRedis;
import dev.parley.gateway.services.TestingAuth;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.testing.Eventually;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G6: a session that ended without a word to this gateway. */
@QuarkusTest
@TestProfile(WithFaultyRedis.class)
class MissedRevocationIT {

  private static final Duration LIMIT = Duration.ofSeconds(15);

  @TestHTTPResource("/")
  URI gateway;

  @Inject TestingAuth auth;
  @Inject Subscription subscription;
  @Inject Reverification reverification;
  @Inject MeterRegistry metrics;
  FaultyRedis redis;

  private final List<TestingChatClient> clients = new ArrayList<>();
  private TestingAuth.Login ended;
  private TestingAuth.Login kept;

  @BeforeEach
  void twoSessions() {
    awaitSubscription();
    ended = login();
    kept = login();
  }

  @AfterEach
  void closeAll() {
    auth.setAway(false);
    clients.forEach(TestingChatClient::drop);
  }

  @Test
  void isFoundWhenTheSubscriptionIsBack() {
    TestingChatClient socket = open(ended);
    TestingChatClient other = open(kept);
    auth.end(ended);
    redis.raw().command("CLIENT", "KILL", "TYPE", "pubsub");
    assertEquals(4001, socket.closeCode());
    other.chat("still here");
    other.awaitChat("still here");
  }

  @Test
  void isAskedForUntilTheAuthServiceAnswers() {
    TestingChatClient socket = open(ended);
    double before = failures();
    auth.end(ended);
    auth.setAway(true);
    redis.raw().command("CLIENT", "KILL", "TYPE", "pubsub");
    Eventually.get("a failure", LIMIT, this::failures, count -> count > before);
    auth.setAway(false);
    assertEquals(4001, socket.closeCode());
  }

  @Test
  void isFoundInTurn() {
    TestingChatClient socket = open(ended);
    auth.end(ended);
    reverification.verifyNow();
    assertEquals(4001, socket.closeCode());
  }

  @Test
  void whatIsOpenedJustAfterItsRevocationIsClosed() {
    TestingChatClient first = open(ended);
    redis
        .raw()
        .command(
            "PUBLISH",
            RedisNames.SESSIONS_REVOKED,
            "{\"session_ids\":[%s]}".formatted(ended.session().sessionId()));
    assertEquals(4001, first.closeCode());
    assertEquals(4001, handshake(ended).closeCode());
  }

  /** Else a page that was left open would keep its session alive. */
  @Test
  void onlyWhatAPersonDoesIsToldAsUse() {
    TestingChatClient used = open(kept);
    TestingChatClient leftOpen = open(ended);
    leftOpen.sendText("{\"type\":\"ping\"}");
    leftOpen.sendText("{\"type\":\"request_user_list\"}");
    leftOpen.sendText("{\"type\":\"read\",\"conversation\":\"global\",\"seq\":1}");
    used.sendText("{\"type\":\"typing\",\"is_typing\":true}");
    leftOpen.await("typing");
    reverification.verifyNow();
    Eventually.get("a check", LIMIT, () -> auth.wasUsed(kept), told -> told);
    assertFalse(auth.wasUsed(ended));
  }

  private double failures() {
    return metrics.counter("parley.sessions.reverifications.failed").count();
  }

  private void awaitSubscription() {
    Eventually.get("a subscription", LIMIT, subscription::isActive, active -> active);
  }

  private TestingAuth.Login login() {
    return auth.login("user-" + UUID.randomUUID().toString().substring(0, 8), Duration.ofHours(1));
  }

  private TestingChatClient open(TestingAuth.Login login) {
    TestingChatClient client = handshake(login);
    client.await("user_list_update");
    return client;
  }

  private TestingChatClient handshake(TestingAuth.Login login) {
    TestingChatClient client = TestingHandshake.to(gateway).token(login.token()).open();
    clients.add(client);
    return client;
  }
}
