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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code GET /messages/global}, and its new sister for private messages. */
@WithStack
class GlobalMessagesTest {

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  GlobalMessagesTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
  }

  @Test
  void answersTheLastFiftyTheOldestFirst() {
    List<String> sent = IntStream.range(0, 55).mapToObj(i -> ada.username() + " " + i).toList();
    try (TestingChatClient socket = ada.firstProtocol(stack.gateway(0))) {
      sent.forEach(socket::chat);
      socket.awaitChat(sent.getLast());
    }
    JsonNode messages = bob.me().get("/messages/global").expect(200).json();
    assertEquals(sent.subList(5, 55), messages.findValuesAsText("content"));
  }

  @Test
  void hasTheFieldsOfTheContract() {
    try (TestingChatClient socket = ada.firstProtocol(stack.gateway(1))) {
      socket.chat("Good <b>morning</b> \uD83D\uDE00");
      socket.await("chat");
    }
    JsonNode messages = bob.me().get("/messages/global").expect(200).json();
    JsonNode last = messages.get(messages.size() - 1);
    Wire.assertFields(last, "id", "content", "sender", "created_at", "is_global");
    assertTrue(last.get("id").isIntegralNumber(), last.toString());
    assertEquals("Good <b>morning</b> \uD83D\uDE00", last.get("content").asText());
    assertEquals(ada.username(), last.get("sender").asText());
    assertTrue(last.get("is_global").booleanValue());
    Wire.assertIsNow(Wire.httpTime(last.get("created_at")));
  }

  @Test
  void privateMessagesAreInTheirOwnHistoryOnly() {
    String secret = "for bob " + bob.username();
    try (TestingChatClient socket = ada.firstProtocol(stack.gateway(0))) {
      socket.chat(secret, bob.username());
      socket.await("chat_sent");
    }
    assertFalse(bob.me().get("/messages/global").body().contains(secret));
    for (JsonNode messages : List.of(direct(ada, bob), direct(bob, ada))) {
      assertEquals(1, messages.size());
      JsonNode message = messages.get(0);
      Wire.assertHasFields(message, "id", "content", "sender", "created_at", "is_global");
      assertEquals(secret, message.get("content").asText());
      assertEquals(ada.username(), message.get("sender").asText());
      assertFalse(message.get("is_global").booleanValue());
      Wire.assertIsNow(Wire.httpTime(message.get("created_at")));
    }
  }

  private static JsonNode direct(TestingAccount reader, TestingAccount other) {
    return reader.me().get("/messages/direct/" + other.username()).expect(200).json();
  }
}
