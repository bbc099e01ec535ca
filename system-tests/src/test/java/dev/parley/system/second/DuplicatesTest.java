package dev.parley.system.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.contract.Wire;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G4: a {@code client_id} stores one message, whatever gateway it is sent to, for ever. */
@WithStack
class DuplicatesTest {

  private final RunningStack stack;
  private final TestingAccount ada;

  DuplicatesTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void theSameClientIdOnTheOtherGatewayGetsTheFirstPlace() {
    try (TestingChatClient one = ada.secondProtocol(stack.gateway(0));
        TestingChatClient other = ada.onAnotherDevice().secondProtocol(stack.gateway(1))) {
      one.chat("c-1", "once " + ada.username(), null);
      JsonNode first = one.await("ack");
      Wire.assertHasFields(
          first, "type", "client_id", "conversation", "seq", "timestamp", "duplicate");
      assertFalse(first.get("duplicate").booleanValue(), first.toString());
      Wire.assertIsNow(Wire.socketTime(first.get("timestamp")));
      other.chat("c-1", "once " + ada.username(), null);
      JsonNode again = other.await("ack");
      assertTrue(again.get("duplicate").booleanValue(), again.toString());
      for (String field : List.of("client_id", "conversation", "seq", "timestamp")) {
        assertEquals(first.get(field), again.get(field));
      }
      other.chat("c-2", "after it", null);
      assertEquals(first.get("seq").longValue() + 1, other.await("ack").get("seq").longValue());
      one.awaitChat("after it");
      assertEquals(2, one.frames("chat").size(), one.frames().toString());
    }
    assertEquals(1, stored("once " + ada.username()));
  }

  @Test
  void aHundredTimesAtOnceIsOnce() {
    try (TestingChatClient one = ada.secondProtocol(stack.gateway(0));
        TestingChatClient other = ada.secondProtocol(stack.gateway(1))) {
      for (int i = 0; i < 50; i++) {
        one.chat("c-1", "often " + ada.username(), null);
        other.chat("c-1", "often " + ada.username(), null);
      }
      List<JsonNode> acks = acks(one, 50);
      acks.addAll(acks(other, 50));
      assertEquals(1, acks.stream().map(ack -> ack.get("seq").longValue()).distinct().count());
      assertEquals(99, acks.stream().filter(ack -> ack.get("duplicate").booleanValue()).count());
    }
    assertEquals(1, stored("often " + ada.username()));
  }

  private static List<JsonNode> acks(TestingChatClient client, int count) {
    return new ArrayList<>(
        client.awaitAll(TestingChatClient.isOfType("ack"), count, TestingChatClient.LIMIT));
  }

  @Test
  void twoUsersMayUseTheSameClientId() {
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      adas.chat("c-1", "mine", null);
      bobs.chat("c-1", "mine too", null);
      JsonNode adasAck = adas.await("ack");
      JsonNode bobsAck = bobs.await("ack");
      assertNotEquals(adasAck.get("seq"), bobsAck.get("seq"));
      assertFalse(bobsAck.get("duplicate").booleanValue());
    }
  }

  private long stored(String content) {
    return ada.me().get("/messages/global").expect(200).json().findValuesAsText("content").stream()
        .filter(content::equals)
        .count();
  }
}
