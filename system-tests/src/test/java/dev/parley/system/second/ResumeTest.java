package dev.parley.system.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code resume}: G2 over a lost connection. */
@WithStack
class ResumeTest {

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  ResumeTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
  }

  @Test
  void aClientThatWasAwayGetsWhatItMissedInOrder() {
    TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
    long seen = send(adas, "seen", null);
    adas.drop();
    List<String> missed = IntStream.range(0, 20).mapToObj(i -> "missed " + i).toList();
    try (TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      missed.forEach(content -> send(bobs, content, null));
      send(bobs, "private", ada.username());
    }
    String direct = "dm-" + ada.id() + "-" + bob.id();
    try (TestingChatClient back =
        ada.secondProtocol(stack.gateway(1), Map.of("global", seen, direct, 0L))) {
      back.await("welcome");
      JsonNode global = awaitComplete(back, "global");
      JsonNode directly = awaitComplete(back, direct);
      assertEquals(seen + 20, global.get("last_seq").longValue());
      assertEquals(1, directly.get("last_seq").longValue());
      assertEquals(missed, contents(back, "global"));
      assertEquals(List.of("private"), contents(back, direct));
    }
  }

  @Test
  void aClientThatIsTooFarBehindIsToldToPage() {
    try (TestingChatClient laptop = ada.secondProtocol(stack.gateway(0));
        TestingChatClient phone = ada.onAnotherDevice().secondProtocol(stack.gateway(1))) {
      sendNotes(200, "laptop", laptop);
      sendNotes(200, "phone", phone);
    }
    String notes = "dm-" + ada.id() + "-" + ada.id();
    try (TestingChatClient back = ada.secondProtocol(stack.gateway(0), Map.of(notes, 0L))) {
      JsonNode resumed = awaitResumed(back, notes);
      assertFalse(resumed.get("complete").booleanValue(), resumed.toString());
      long reached = resumed.get("last_seq").longValue();
      JsonNode page =
          ada.me()
              .get(
                  String.format(Locale.ROOT, "/conversations/%s/messages?after=%d", notes, reached))
              .expect(200)
              .json();
      assertEquals(reached + 1, page.at("/messages/0/seq").longValue());
    }
  }

  private void sendNotes(int count, String device, TestingChatClient client) {
    for (int i = 1; i <= count; i++) {
      client.chat(device + i, "note " + i + "€".repeat(600), ada.username());
    }
    client.awaitAll(TestingChatClient.isOfType("ack"), count, TestingChatClient.LIMIT);
  }

  /** G5. */
  @Test
  void theConversationsOfOthersAreNotResumed() {
    TestingAccount carol = TestingAccount.register(stack.edge(), "carol");
    String theirs = "dm-" + ada.id() + "-" + bob.id();
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
        TestingChatClient carols = carol.secondProtocol(stack.gateway(0), Map.of(theirs, 0L))) {
      send(adas, "secret", bob.username());
      assertEquals("not_found", awaitResumed(carols, theirs).get("code").asText());
      assertEquals(List.of(), contents(carols, theirs));
    }
  }

  private static long send(TestingChatClient client, String content, String recipient) {
    client.chat(content, content, recipient);
    return client.await("ack").get("seq").longValue();
  }

  private static JsonNode awaitComplete(TestingChatClient client, String conversation) {
    JsonNode resumed = awaitResumed(client, conversation);
    assertTrue(resumed.get("complete").booleanValue(), resumed.toString());
    return resumed;
  }

  private static JsonNode awaitResumed(TestingChatClient client, String conversation) {
    return client.await(
        TestingChatClient.isOfType("resumed")
            .and(frame -> frame.path("conversation").asText().equals(conversation)),
        "resumed " + conversation);
  }

  private static List<String> contents(TestingChatClient client, String conversation) {
    return client.frames("chat").stream()
        .filter(chat -> chat.get("conversation").asText().equals(conversation))
        .map(chat -> chat.get("content").asText())
        .toList();
  }
}
