package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Eve, who has an account, against what Ada and Bob say to each other. */
@WithStack
class AuthorisationAttacksTest {

  private final TestingAccount ada;
  private final TestingAccount bob;
  private final TestingAccount eve;
  private final TestingChatClient adas;
  private final TestingChatClient eves;
  private final URI gateway;
  private final String secret = "secret " + RandomLetters.of(8);
  private final String theirs;

  AuthorisationAttacksTest(RunningStack stack) {
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
    eve = TestingAccount.register(stack.edge(), "eve");
    theirs = String.format(Locale.ROOT, "dm-%d-%d", ada.id(), bob.id());
    adas = ada.secondProtocol(stack.gateway(0));
    adas.await("welcome");
    adas.chat("s-1", secret, bob.username());
    adas.await("ack");
    gateway = stack.gateway(1);
    eves = eve.secondProtocol(gateway);
    eves.await("presence");
  }

  @AfterEach
  void disconnect() {
    adas.close();
    eves.close();
  }

  @Test
  void noSpellingOfAConversationShowsItToAStranger() {
    List<String> spellings =
        List.of(
            theirs,
            theirs.replaceFirst("-", "-0"),
            theirs.toUpperCase(Locale.ROOT),
            theirs + "%20",
            "%20" + theirs,
            theirs + "%0a",
            String.format(Locale.ROOT, "dm-%d-%d", bob.id(), ada.id()),
            theirs.replaceFirst("dm-", "dm-+"));
    for (String spelling : spellings) {
      HttpAnswer answer = eve.me().get("/conversations/" + spelling + "/messages");
      assertTrue(answer.status() >= 400 && answer.status() < 500, spelling + ": " + answer);
      assertFalse(answer.body().contains(secret), spelling);
    }
  }

  @Test
  void aStrangerCannotTellAConversationFromNone() {
    HttpAnswer existing = eve.me().get("/conversations/" + theirs + "/messages").expect(404);
    String none = String.format(Locale.ROOT, "dm-%d-9007199254740990", ada.id());
    HttpAnswer nothing = eve.me().get("/conversations/" + none + "/messages").expect(404);
    assertEquals(nothing.body(), existing.body());
  }

  @Test
  void theNameOfAUserShowsOnlyWhatOneHasWithThem() {
    for (TestingAccount other : List.of(ada, bob)) {
      HttpAnswer answer = eve.me().get("/messages/direct/" + other.username()).expect(200);
      assertEquals("[]", answer.body());
    }
  }

  @Test
  void aCursorOfSomebodyElseListsOnesOwnConversations() {
    for (String cursor : List.of("9007199254740991-" + ada.id(), "1-1", theirs)) {
      HttpAnswer answer = eve.me().get("/conversations?before=" + cursor);
      assertFalse(answer.body().contains(secret) || answer.body().contains(theirs), answer.body());
    }
  }

  /** The sender is the server's to say, and the conversation must be one's own. */
  @Test
  void aMessageCannotPretendToComeFromSomebodyElse() {
    Map<String, Object> forged =
        Map.of(
            "content",
            "forged " + secret,
            "sender",
            ada.username(),
            "sender_id",
            ada.id(),
            "seq",
            1);
    eves.send(with(forged, Map.of("type", "post", "conversation", theirs, "client_id", "f-1")));
    assertEquals("not_found", eves.await("error").get("code").asText());
    eves.send(with(forged, Map.of("type", "chat", "conversation", theirs, "client_id", "f-2")));
    assertEquals("invalid_field", eves.await("error").get("code").asText());
    eves.send(with(forged, Map.of("type", "chat", "recipient", bob.username())));
    JsonNode sent = eves.await("chat");
    assertEquals(eve.username(), sent.get("sender").asText());
    assertEquals(
        String.format(Locale.ROOT, "dm-%d-%d", bob.id(), eve.id()),
        sent.get("conversation").asText());
    String shown = ada.me().get("/conversations/" + theirs + "/messages").expect(200).body();
    assertFalse(shown.contains("forged"), shown);
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  @Test
  void typingCannotPretendToComeFromSomebodyElse() {
    Map<String, Object> forged =
        Map.of("type", "typing", "is_typing", true, "username", bob.username());
    eves.send(with(forged, Map.of("conversation", theirs, "recipient", ada.username())));
    assertEquals("not_found", eves.await("error").get("code").asText());
    eves.send(with(forged, Map.of("conversation", "global")));
    JsonNode typing = adas.await("typing");
    assertEquals(eve.username(), typing.get("username").asText());
    assertEquals("global", typing.get("conversation").asText());
  }

  @Test
  void aStrangerMovesNoReadMark() {
    long before = readMarkOfBob();
    eves.send(Map.of("type", "read", "conversation", theirs, "seq", 1));
    assertEquals("not_found", eves.await("error").get("code").asText());
    eve.me().put("/conversations/" + theirs + "/read", Map.of("seq", 1)).expect(404);
    assertEquals(before, readMarkOfBob());
  }

  private long readMarkOfBob() {
    JsonNode conversations = bob.me().get("/conversations").expect(200).json().get("conversations");
    for (JsonNode conversation : conversations) {
      if (conversation.get("conversation").asText().equals(theirs)) {
        return conversation.get("read_seq").longValue();
      }
    }
    throw new AssertionError("Bob has no conversation with Ada: " + conversations);
  }

  @Test
  void aStrangerResumesNothingOfOthersAmongTheirOwn() {
    try (TestingChatClient back = eve.secondProtocol(gateway, Map.of(theirs, 0L, "global", 0L))) {
      JsonNode answer =
          back.await(frame -> frame.path("conversation").asText().equals(theirs), "an answer");
      assertEquals("not_found", answer.path("code").asText());
      back.await(
          frame -> frame.path("conversation").asText().equals("global") && frame.has("complete"),
          "the end of resuming");
      assertFalse(back.frames().toString().contains(secret), "Eve was sent a message of others");
    }
  }

  @Test
  void roomsThatAreOnlyReservedAreNobodysYet() {
    eves.send(Map.of("type", "read", "conversation", "room-1", "seq", 1));
    assertTrue(eves.await("error").has("code"));
    assertEquals(404, eve.me().get("/conversations/room-1/messages").status());
  }

  @Test
  void noSpellingOfASessionsNumberEndsThatOfAnother() {
    long id = ada.me().get("/me").expect(200).json().get("session_id").longValue();
    for (String spelling : List.of("%d", "0%d", "+%d", "%d/", "%d.0", "-%d", "%d%%20")) {
      int status = eve.me().delete("/sessions/" + spelling.formatted(id)).status();
      assertTrue(status >= 400 && status < 500, spelling + ": " + status);
    }
    HttpAnswer existing = eve.me().delete("/sessions/" + id).expect(404);
    HttpAnswer nothing = eve.me().delete("/sessions/9007199254740990").expect(404);
    assertEquals(nothing.body(), existing.body());
    ada.me().get("/me").expect(200);
  }

  @Test
  void aPageOfUsersTellsNothingButNames() {
    JsonNode found = eve.me().get("/users?query=" + ada.username()).expect(200).json().get(0);
    assertEquals(4, found.size(), found.toString());
  }
}
