package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code chat} and {@code chat_sent}, first protocol, between two gateways. */
@WithStack
class ChatTest {

  private final RunningStack stack;
  private final Pair pair;

  ChatTest(RunningStack stack) {
    this.stack = stack;
    pair = Pair.connected(stack);
  }

  @AfterEach
  void disconnect() {
    pair.close();
  }

  @Test
  void aGlobalMessageReachesEverybodyAndItsSender() {
    pair.adas().chat("Good morning");
    for (TestingChatClient client : List.of(pair.adas(), pair.bobs())) {
      JsonNode chat = client.awaitChat("Good morning");
      Wire.assertHasFields(
          chat, "type", "content", "sender", "timestamp", "is_global", "recipient");
      assertEquals(pair.ada().username(), chat.get("sender").asText());
      assertTrue(chat.get("is_global").booleanValue(), chat.toString());
      assertTrue(chat.get("recipient").isNull(), chat.toString());
      Wire.assertIsNow(Wire.socketTime(chat.get("timestamp")));
    }
    pair.settle();
    assertEquals(List.of(), pair.adas().frames("chat_sent"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":\"to all\"}",
        "{\"type\":\"chat\",\"content\":\"to all\"}",
        "{\"type\":\"chat\",\"content\":\"to all\",\"recipient\":null}",
        "{\"type\":\"chat\",\"content\":\"to all\",\"recipient\":\"\"}",
        "{\"type\":\"chat\",\"content\":\"to all\",\"is_global\":false,\"colour\":\"blue\"}"
      })
  void withoutATypeItIsAChatAndWithoutARecipientItIsGlobal(String frame) {
    pair.adas().sendText(frame);
    assertTrue(pair.bobs().awaitChat("to all").get("recipient").isNull());
    assertTrue(pair.adas().awaitChat("to all").get("is_global").booleanValue());
  }

  @Test
  void aPrivateMessageReachesItsRecipientAndEchoesToAllSocketsOfItsSender() {
    TestingAccount carol = TestingAccount.register(stack.edge(), "carol");
    try (TestingChatClient carols = carol.firstProtocol(stack.gateway(0));
        TestingChatClient phone = pair.ada().onAnotherDevice().firstProtocol(stack.gateway(1))) {
      carols.await("user_list_update");
      phone.await("user_list_update");
      pair.adas().chat("Lunch?", pair.bob().username());
      assertPrivate(pair.bobs().awaitChat("Lunch?"));
      for (TestingChatClient sender : List.of(pair.adas(), phone)) {
        JsonNode echo = sender.await("chat_sent");
        assertPrivate(echo);
        assertTrue(echo.get("delivered").booleanValue(), echo.toString());
      }
      pair.settle();
      carols.awaitChat("bob settles " + pair.bob().username());
      phone.awaitChat("bob settles " + pair.bob().username());
      for (TestingChatClient other : List.of(pair.adas(), phone, carols)) {
        assertFalse(contents(other).contains("Lunch?"), contents(other).toString());
      }
      assertEquals(List.of(), carols.frames("chat_sent"));
      assertEquals(List.of(), pair.bobs().frames("chat_sent"));
    }
  }

  private void assertPrivate(JsonNode frame) {
    Wire.assertHasFields(frame, "content", "sender", "timestamp", "is_global", "recipient");
    assertEquals("Lunch?", frame.get("content").asText());
    assertEquals(pair.ada().username(), frame.get("sender").asText());
    assertEquals(pair.bob().username(), frame.get("recipient").asText());
    assertFalse(frame.get("is_global").booleanValue(), frame.toString());
    Wire.assertIsNow(Wire.socketTime(frame.get("timestamp")));
  }

  @Test
  void aPrivateMessageReachesAllSocketsOfItsRecipient() {
    try (TestingChatClient phone = pair.bob().onAnotherDevice().firstProtocol(stack.gateway(0))) {
      phone.await("user_list_update");
      pair.adas().chat("Both of you", pair.bob().username());
      pair.bobs().awaitChat("Both of you");
      phone.awaitChat("Both of you");
    }
  }

  @Test
  void aMessageToSomebodyAwayIsNotDeliveredButKept() {
    TestingAccount carol = TestingAccount.register(stack.edge(), "carol");
    pair.adas().chat("When you are back", carol.username());
    JsonNode echo = pair.adas().await("chat_sent");
    assertFalse(echo.get("delivered").booleanValue(), echo.toString());
    JsonNode kept = carol.me().get("/messages/direct/" + pair.ada().username()).expect(200).json();
    assertEquals(List.of("When you are back"), kept.findValuesAsText("content"));
  }

  @Test
  void aMessageToOneselfComesAsBoth() {
    pair.adas().chat("Note", pair.ada().username());
    JsonNode chat = pair.adas().awaitChat("Note");
    JsonNode echo = pair.adas().await("chat_sent");
    assertEquals(pair.ada().username(), chat.get("recipient").asText());
    assertFalse(chat.get("is_global").booleanValue(), chat.toString());
    assertEquals("Note", echo.get("content").asText());
    assertTrue(echo.get("delivered").booleanValue(), echo.toString());
  }

  @Test
  void contentComesBackAsItWasSent() {
    String content = " <b>&amp;</b> \"quoted\" \\ \n\t \uD83D\uDE00 \u05D0\u200Bx ";
    pair.adas().chat(content);
    pair.bobs().awaitChat(content);
  }

  @Test
  void anUnknownRecipientIsNamedInTheError() {
    pair.adas().chat("Hello?", "nobody-here");
    JsonNode error = pair.adas().await("error");
    assertEquals("User nobody-here not found", error.get("message").asText());
    assertEquals("user_not_found", error.get("code").asText());
  }

  private static List<String> contents(TestingChatClient client) {
    return client.frames("chat").stream().map(frame -> frame.get("content").asText()).toList();
  }
}
