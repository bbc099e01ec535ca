package dev.parley.system.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code read}: a user's devices agree on how far the user has read. */
@WithStack
class ReadMarksTest {

  private final TestingAccount ada;
  private final TestingChatClient laptop;
  private final TestingChatClient phone;
  private final TestingChatClient bobs;

  ReadMarksTest(RunningStack stack) {
    ada = TestingAccount.register(stack.edge(), "ada");
    laptop = ada.secondProtocol(stack.gateway(0));
    phone = ada.onAnotherDevice().secondProtocol(stack.gateway(1));
    bobs = TestingAccount.register(stack.edge(), "bob").secondProtocol(stack.gateway(1));
    List.of(laptop, phone, bobs).forEach(socket -> socket.await("presence"));
  }

  @AfterEach
  void disconnect() {
    List.of(laptop, phone, bobs).forEach(TestingChatClient::close);
  }

  @Test
  void aReadMarkGoesToTheUsersOtherDevicesOnly() {
    long seq = messages(1);
    laptop.send(read(seq));
    JsonNode mark = phone.await("read");
    assertEquals("global", mark.get("conversation").asText());
    assertEquals(seq, mark.get("seq").longValue());
    phone.chat("c-end", "the end", null);
    laptop.awaitChat("the end");
    bobs.awaitChat("the end");
    assertEquals(List.of(), laptop.frames("read"));
    assertEquals(List.of(), bobs.frames("read"));
  }

  @Test
  void aReadMarkNeverMovesBack() {
    long seq = messages(2);
    laptop.send(read(seq));
    phone.await("read");
    laptop.send(read(seq - 1));
    laptop.send(read(1));
    laptop.chat("c-end", "the end", null);
    phone.awaitChat("the end");
    assertEquals(1, phone.frames("read").size(), phone.frames().toString());
    assertEquals(seq, readMark());
  }

  @Test
  void aReadMarkMovedOverHttpIsHeardOnAllSockets() {
    long seq = messages(1);
    ada.me().put("/conversations/global/read", Map.of("seq", seq)).expect(200);
    assertEquals(seq, laptop.await("read").get("seq").longValue());
    assertEquals(seq, phone.await("read").get("seq").longValue());
    assertEquals(seq, readMark());
  }

  @Test
  void aReadMarkStaysWithinItsConversation() {
    long seq = messages(1);
    laptop.send(read(seq + 1_000_000));
    Eventually.get(
        "a read mark at the last message", TestingChatClient.LIMIT, this::readMark, m -> m == seq);
  }

  /** Sends so many to everybody; the place of the last one. */
  private long messages(int count) {
    long seq = 0;
    for (int i = 1; i <= count; i++) {
      bobs.chat("m-" + i, "message " + i, null);
      seq = bobs.await("ack").get("seq").longValue();
    }
    laptop.awaitChat("message " + count);
    phone.awaitChat("message " + count);
    return seq;
  }

  private static Map<String, Object> read(long seq) {
    return Map.of("type", "read", "conversation", "global", "seq", seq);
  }

  private long readMark() {
    JsonNode answer = ada.me().get("/conversations").expect(200).json();
    JsonNode conversations = answer.isArray() ? answer : answer.get("conversations");
    JsonNode global =
        StreamSupport.stream(conversations.spliterator(), false)
            .filter(one -> one.path("conversation").asText().equals("global"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no global conversation: " + answer));
    assertTrue(global.has("last_seq"), global.toString());
    return global.get("read_seq").longValue();
  }
}
