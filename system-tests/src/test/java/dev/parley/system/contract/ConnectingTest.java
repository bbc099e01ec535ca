package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code GET /ws?token=} and {@code user_list_update}, first protocol. */
@WithStack
class ConnectingTest {

  private final RunningStack stack;
  private final TestingAccount ada;

  ConnectingTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void theFirstFrameIsTheUserListWithOneself() {
    try (TestingChatClient socket = ada.firstProtocol(stack.edge())) {
      socket.await("user_list_update");
      JsonNode first = socket.frames().getFirst();
      assertEquals("user_list_update", first.get("type").asText());
      Wire.assertHasFields(first, "type", "users", "message", "timestamp");
      assertTrue(Pair.lists(first, ada.username()), first.toString());
      Wire.assertIsNow(Wire.socketTime(first.get("timestamp")));
      assertEquals("", socket.subprotocol());
    }
  }

  @Test
  void everybodyHearsOfAJoinAndOfALeave() {
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    try (TestingChatClient adas = ada.firstProtocol(stack.gateway(0))) {
      adas.await("user_list_update");
      TestingChatClient bobs = bob.firstProtocol(stack.gateway(1));
      JsonNode joined = awaitNews(adas, bob.username() + " joined the chat");
      assertTrue(Pair.lists(joined, bob.username()), joined.toString());
      assertTrue(Pair.lists(joined, ada.username()), joined.toString());
      bobs.close();
      JsonNode left = awaitNews(adas, bob.username() + " left the chat");
      assertTrue(!Pair.lists(left, bob.username()), left.toString());
      assertTrue(Pair.lists(left, ada.username()), left.toString());
      Wire.assertIsNow(Wire.socketTime(left.get("timestamp")));
    }
  }

  @Test
  void aSecondSocketOfAUserIsNoJoinAndItsEndNoLeave() {
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    try (TestingChatClient adas = ada.firstProtocol(stack.gateway(0));
        TestingChatClient first = bob.firstProtocol(stack.gateway(1))) {
      awaitNews(adas, bob.username() + " joined the chat");
      TestingChatClient second = bob.onAnotherDevice().firstProtocol(stack.gateway(0));
      second.await("user_list_update");
      second.close();
      first.chat("still here");
      adas.awaitChat("still here");
      assertEquals(List.of(), news(adas, bob.username() + " left the chat"));
      assertEquals(1, news(adas, bob.username() + " joined the chat").size());
    }
  }

  @Test
  void requestUserListIsAnsweredToTheAskerOnly() {
    try (Pair pair = Pair.connected(stack)) {
      pair.settle();
      int bobsBefore = pair.bobs().frames("user_list_update").size();
      int adasBefore = pair.adas().frames("user_list_update").size();
      pair.adas().sendText("{\"type\":\"request_user_list\"}");
      pair.adas()
          .awaitAll(
              TestingChatClient.isOfType("user_list_update"),
              adasBefore + 1,
              TestingChatClient.LIMIT);
      JsonNode answer = pair.adas().frames("user_list_update").getLast();
      Wire.assertHasFields(answer, "type", "users", "message", "timestamp");
      assertTrue(answer.get("message").isNull(), answer.toString());
      assertTrue(Pair.lists(answer, pair.bob().username()), answer.toString());
      pair.settle();
      assertEquals(bobsBefore, pair.bobs().frames("user_list_update").size());
    }
  }

  @Test
  void theSamePageFromAnotherOriginMayConnectWithItsToken() {
    try (TestingChatClient socket =
        TestingHandshake.to(stack.edge())
            .token(ada.token())
            .origin("http://somewhere.example:3000")
            .open()) {
      socket.await("user_list_update");
    }
  }

  private static JsonNode awaitNews(TestingChatClient client, String news) {
    return client.await(frame -> frame.path("message").asText().equals(news), news);
  }

  private static List<JsonNode> news(TestingChatClient client, String news) {
    return client.frames("user_list_update").stream()
        .filter(frame -> frame.path("message").asText().equals(news))
        .toList();
  }
}
