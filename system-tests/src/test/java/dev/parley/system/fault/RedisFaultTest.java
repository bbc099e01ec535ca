package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.ServiceMetrics;
import dev.parley.system.stack.WithFaultStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** G2 and G3 while Redis is away, and presence after it: messages go at the pace of the feed. */
@Tag("long")
@WithFaultStack
class RedisFaultTest {

  private static final Duration SOON = Duration.ofSeconds(3);

  /** How long Redis is away. */
  private static final int MESSAGES_WITHOUT = 6;

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  RedisFaultTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
  }

  @Test
  void messagesGoOnWhileItIsKilledAndPresenceIsRightWhenItIsBackEmpty() {
    goOnWithout(() -> stack.redis().kill(), () -> stack.redis().restart());
  }

  @Test
  void messagesGoOnWhileItHangsAndPresenceIsRightWhenItWakes() {
    goOnWithout(() -> stack.redis().pause(), () -> stack.redis().resume());
  }

  private void goOnWithout(Runnable end, Runnable begin) {
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1));
        Crowd crowd = Crowd.of(6, stack)) {
      awaitTogether(adas, bobs);
      crowd.talk().awaitAcknowledged(50);
      end.run();
      awaitSubscribed(0);
      crowd.awaitAcknowledged(50);
      crowd.hush();
      for (int i = 0; i < MESSAGES_WITHOUT; i++) {
        assertIsHeardSoon(adas, bobs, "without Redis " + i);
      }
      begin.run();
      assertIsHeardSoon(bobs, adas, "with Redis again");
      awaitSubscribed(2);
      awaitTyping(adas, bobs);
      crowd.assertEverybodyHasEverythingOnce(SOON);
      assertEquals(List.of(), crowd.closeCodes());
      assertTheCrowdIsOnline();
      assertNobodyLeft(adas, List.of(bob));
      assertNobodyLeft(bobs, List.of(ada));
    }
  }

  private void awaitTogether(TestingChatClient adas, TestingChatClient bobs) {
    adas.await("presence");
    bobs.await("presence");
    awaitOnline(ada);
    awaitOnline(bob);
  }

  private void assertIsHeardSoon(TestingChatClient from, TestingChatClient to, String content) {
    from.chat(content, content, null);
    List<JsonNode> heard = to.awaitAll(chat -> isChat(chat, content), 1, SOON);
    assertEquals(1, heard.size());
  }

  private static boolean isChat(JsonNode frame, String content) {
    return frame.path("type").asText().equals("chat")
        && frame.path("content").asText().equals(content);
  }

  /** A gateway notices by itself, also where nothing tells it. */
  private void awaitSubscribed(long gateways) {
    Eventually.get(
        gateways + " gateways that hear the others",
        Crowd.LIMIT,
        new ServiceMetrics(List.of(stack.gatewayProcess(0), stack.gatewayProcess(1)))
            ::subscribedToRedis,
        subscribed -> subscribed == gateways);
  }

  /** What no feed brings. */
  private static void awaitTyping(TestingChatClient from, TestingChatClient to) {
    Eventually.get(
        "typing that is seen",
        Crowd.LIMIT,
        () -> {
          from.send(Map.of("type", "typing", "is_typing", true));
          return to.frames("typing").size();
        },
        seen -> seen > 0);
  }

  private void assertTheCrowdIsOnline() {
    awaitOnline(ada);
    awaitOnline(bob);
  }

  /** As the auth service tells it, from Redis. */
  private void awaitOnline(TestingAccount account) {
    Eventually.get(
        account.username() + " online",
        Crowd.LIMIT,
        () -> ada.me().get("/users").expect(200).json(),
        users -> isOnline(users, account));
  }

  private static boolean isOnline(JsonNode users, TestingAccount account) {
    for (JsonNode user : users) {
      if (user.get("username").asText().equals(account.username())) {
        return user.get("is_online").booleanValue();
      }
    }
    return false;
  }

  private static void assertNobodyLeft(TestingChatClient client, List<TestingAccount> present) {
    for (TestingAccount account : present) {
      assertTrue(
          client.frames("presence").stream()
              .noneMatch(presence -> mentions(presence.path("left"), account)),
          account.username() + " was said to have left");
    }
  }

  private static boolean mentions(JsonNode users, TestingAccount account) {
    return users.findValues("id").stream().anyMatch(id -> id.longValue() == account.id());
  }
}
