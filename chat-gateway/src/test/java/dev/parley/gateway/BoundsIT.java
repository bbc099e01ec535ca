package dev.parley.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.gateway.redis.FaultyRedis;
import dev.parley.gateway.redis.GatewayBus;
import dev.parley.gateway.redis.Subscription;
import dev.parley.gateway.redis.WithFaultyRedis;
import dev.parley.gateway.services.TestingAuth;
import dev.parley.gateway.services.TestingHistory;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients see where one of the gateway's queues is full; each heals by itself. */
@QuarkusTest
@TestProfile(WithFaultyRedis.class)
class BoundsIT {

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int TOO_MANY = 5;
  private static final int MAX_UNANSWERED_COMMANDS = 10_000;

  @TestHTTPResource("/")
  URI gateway;

  @Inject TestingAuth auth;
  @Inject TestingHistory history;
  @Inject Subscription subscription;
  @Inject GatewayBus bus;
  @Inject MeterRegistry metrics;
  FaultyRedis redis;

  @BeforeEach
  void awaitRedis() {
    Eventually.get("a subscription", LIMIT, subscription::isActive, active -> active);
  }

  @AfterEach
  void nothingIsAway() {
    history.setAway(false);
    redis.resume();
  }

  @Test
  void whereTooManyMessagesWaitToBeStoredTheNextAreRefusedAtOnce() {
    try (TestingChatClient client = secondProtocol()) {
      client.await("welcome");
      history.setAway(true);
      say(client, WithFaultyRedis.MAX_WAITING + TOO_MANY);
      List<JsonNode> refused =
          client.awaitAll(TestingChatClient.isOfType("error"), TOO_MANY, LIMIT);
      history.setAway(false);
      List<JsonNode> stored =
          client.awaitAll(TestingChatClient.isOfType("ack"), WithFaultyRedis.MAX_WAITING, LIMIT);

      assertEquals(clientIds(1, WithFaultyRedis.MAX_WAITING), clientIds(stored));
      assertEquals(clientIds(WithFaultyRedis.MAX_WAITING + 1, TOO_MANY), clientIds(refused));
      for (JsonNode error : refused) {
        assertEquals("save_failed", error.get("code").asText());
        assertTrue(error.get("retry_after_ms").asLong() > 0, error::toString);
      }
      client.chat("m-again", "there is room again", null);
      client.await(frame -> frame.path("client_id").asText().equals("m-again"), "its ack");
    }
  }

  private static void say(TestingChatClient client, int messages) {
    for (String clientId : clientIds(1, messages)) {
      client.chat(clientId, "one of many", null);
    }
  }

  private static List<String> clientIds(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(number -> "m-" + number).toList();
  }

  private static List<String> clientIds(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.get("client_id").asText()).toList();
  }

  /** Nothing waits for it: what comes meanwhile is remembered once, and read when it begins. */
  @Test
  void aClientThatTakesItsTimeToBeginGetsAllThatCameMeanwhile() {
    try (TestingChatClient idle =
            TestingHandshake.to(gateway).secondProtocol().bearer(newToken()).open();
        TestingChatClient talker = firstProtocol()) {
      idle.await("welcome");
      talker.await("user_list_update");
      for (int number = 0; number < 20; number++) {
        talker.chat("message " + number);
        talker.awaitChat("message " + number);
      }
      assertEquals(List.of("welcome"), types(idle));
      idle.resume(Map.of());
      idle.awaitAll(TestingChatClient.isOfType("chat"), 20, LIMIT);
    }
  }

  @Test
  void whatRedisDoesNotAnswerIsDroppedBeyondTheBoundAndNothingWaitsForIt() {
    double before = droppedCommands();
    redis.pause();
    for (int i = 0; i < MAX_UNANSWERED_COMMANDS + TOO_MANY; i++) {
      bus.publish("parley:test", "nobody listens");
    }
    assertTrue(droppedCommands() - before >= TOO_MANY, () -> "dropped " + droppedCommands());
    try (TestingChatClient talker = firstProtocol()) {
      talker.await("user_list_update");
      talker.chat("without Redis");
      talker.awaitChat("without Redis");
    }
  }

  private static List<String> types(TestingChatClient client) {
    return client.frames().stream().map(frame -> frame.get("type").asText()).toList();
  }

  private double droppedCommands() {
    return metrics.get("parley.redis.commands.dropped").counter().count();
  }

  private TestingChatClient firstProtocol() {
    return TestingHandshake.to(gateway).token(newToken()).open();
  }

  private TestingChatClient secondProtocol() {
    return TestingHandshake.to(gateway).secondProtocol().bearer(newToken()).begin();
  }

  private String newToken() {
    return auth.login("user-" + UUID.randomUUID(), Duration.ofHours(1)).token();
  }
}
