package dev.parley.system.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.contract.Wire;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The frames of {@code parley.v2}. */
@WithStack
class SecondProtocolTest {

  private static final Set<String> SECOND_ONLY =
      Set.of("welcome", "presence", "ack", "read", "resumed", "pong");

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  SecondProtocolTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
  }

  @Test
  void welcomeIsTheFirstFrameAndFullPresenceFollows() {
    try (TestingChatClient socket = ada.secondProtocol(stack.edge())) {
      assertEquals("parley.v2", socket.subprotocol());
      JsonNode presence = socket.await("presence");
      JsonNode welcome = socket.frames().getFirst();
      Wire.assertHasFields(
          welcome,
          "type",
          "user",
          "session_id",
          "version",
          "epoch",
          "heartbeat_ms",
          "server_time",
          "limits",
          "conversations");
      assertEquals("welcome", welcome.get("type").asText());
      assertEquals(ada.id(), welcome.at("/user/id").longValue());
      assertEquals(ada.username(), welcome.at("/user/username").asText());
      assertTrue(welcome.get("session_id").isIntegralNumber(), welcome.toString());
      assertTrue(welcome.get("heartbeat_ms").intValue() > 0, welcome.toString());
      Wire.assertIsNow(Wire.socketTime(welcome.get("server_time")));
      assertEquals(
          Set.of("global", "inbox-" + ada.id()),
          Set.copyOf(welcome.get("conversations").findValuesAsText("conversation")));
      welcome
          .get("conversations")
          .forEach(
              entry ->
                  Wire.assertFields(
                      entry,
                      "conversation",
                      "kind",
                      "name",
                      "role",
                      "first_seq",
                      "last_seq",
                      "read_seq",
                      "unread",
                      "mentions",
                      "notify",
                      "archived"));
      assertTrue(names(presence.get("full")).contains(ada.username()), presence.toString());
    }
  }

  @Test
  void presenceComesAsDifferences() {
    try (TestingChatClient socket = ada.secondProtocol(stack.gateway(0))) {
      socket.await("presence");
      TestingChatClient bobs = bob.firstProtocol(stack.gateway(1));
      socket.await(frame -> names(frame.path("joined")).contains(bob.username()), "bob joining");
      bobs.close();
      socket.await(frame -> names(frame.path("left")).contains(bob.username()), "bob leaving");
      assertEquals(List.of(), socket.frames("user_list_update"));
    }
  }

  @Test
  void everyMessageSaysWhereItStandsAndWhoSentIt() {
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      bobs.await("presence");
      adas.chat("c-1", "Good morning", null);
      JsonNode ack = adas.await("ack");
      JsonNode chat = bobs.awaitChat("Good morning");
      assertEquals("global", chat.get("conversation").asText());
      assertEquals(ack.get("seq").longValue(), chat.get("seq").longValue());
      assertEquals(ada.id(), chat.get("sender_id").longValue());
      assertEquals("c-1", chat.get("client_id").asText());
      assertEquals(ack.get("timestamp").asText(), chat.get("timestamp").asText());
    }
  }

  @Test
  void aPrivateConversationIsNamedAfterItsTwoUsersAndCountsFromOne() {
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      bobs.await("presence");
      adas.chat("c-1", "one", bob.username());
      bobs.awaitChat("one");
      bobs.chat("c-1", "two", ada.username());
      JsonNode second = adas.awaitChat("two");
      String conversation = "dm-" + ada.id() + "-" + bob.id();
      assertEquals(conversation, second.get("conversation").asText());
      assertEquals(2, second.get("seq").intValue());
      assertEquals(conversation, adas.await("ack").get("conversation").asText());
      JsonNode own = adas.awaitChat("one");
      assertEquals("c-1", own.get("client_id").asText());
      assertEquals(bob.username(), own.get("recipient").asText());
      assertEquals(List.of(), adas.frames("chat_sent"));
    }
  }

  @Test
  void firstProtocolSocketsGetNoFramesOfTheSecondAndTheOtherWayRound() {
    try (TestingChatClient first = ada.firstProtocol(stack.gateway(0));
        TestingChatClient second = ada.onAnotherDevice().secondProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      second.await("presence");
      bobs.await("presence");
      second.chat("c-1", "from the second", null);
      first.chat("from the first");
      JsonNode last = bobs.awaitChat("from the first");
      second.send(Map.of("type", "read", "conversation", "global", "seq", last.get("seq")));
      bobs.chat("c-2", "the end", null);
      first.awaitChat("the end");
      second.awaitChat("the end");
      assertFalse(types(first).stream().anyMatch(SECOND_ONLY::contains), types(first).toString());
      assertFalse(types(second).contains("user_list_update"), types(second).toString());
    }
  }

  @Test
  void aFirstProtocolSocketMayUseClientIdsToo() {
    try (TestingChatClient socket = ada.firstProtocol(stack.gateway(0))) {
      socket.chat("c-1", "once", null);
      socket.awaitChat("once");
      socket.chat("c-1", "once", null);
      socket.chat("after it");
      JsonNode after = socket.awaitChat("after it");
      JsonNode once = socket.frames("chat").getFirst();
      assertEquals(once.get("seq").longValue() + 1, after.get("seq").longValue());
    }
  }

  @Test
  void pingIsAnsweredWithTheTime() {
    try (TestingChatClient socket = ada.secondProtocol(stack.edge())) {
      socket.send(Map.of("type", "ping"));
      Wire.assertIsNow(Wire.socketTime(socket.await("pong").get("server_time")));
    }
  }

  @Test
  void allSocketsOfAUserGetEverything() {
    try (TestingChatClient laptop = ada.secondProtocol(stack.gateway(0));
        TestingChatClient phone = ada.onAnotherDevice().secondProtocol(stack.gateway(1));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      List.of(laptop, phone, bobs).forEach(socket -> socket.await("presence"));
      bobs.chat("c-1", "to both", ada.username());
      laptop.awaitChat("to both");
      phone.awaitChat("to both");
      laptop.chat("c-2", "answer", bob.username());
      assertEquals("c-2", phone.awaitChat("answer").get("client_id").asText());
      laptop.awaitChat("answer");
      assertEquals("c-2", laptop.await("ack").get("client_id").asText());
      bobs.awaitChat("answer");
      assertEquals(List.of(), phone.frames("ack"));
      assertEquals(2, phone.frames("chat").size(), phone.frames().toString());
      assertEquals(2, laptop.frames("chat").size(), laptop.frames().toString());
    }
  }

  private static Set<String> names(JsonNode users) {
    return Set.copyOf(users.findValuesAsText("username"));
  }

  private static Set<String> types(TestingChatClient client) {
    return client.frames().stream()
        .map(frame -> frame.path("type").asText())
        .collect(Collectors.toSet());
  }
}
