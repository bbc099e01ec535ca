package dev.parley.system.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.contract.Wire;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code /conversations}, its messages and read marks, and the search for users. */
@WithStack
class ConversationsTest {

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;
  private final String conversation;

  ConversationsTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
    conversation = "dm-" + ada.id() + "-" + bob.id();
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0))) {
      for (int i = 1; i <= 5; i++) {
        adas.chat("c-" + i, "number " + i, bob.username());
      }
      adas.awaitAll(TestingChatClient.isOfType("ack"), 5, TestingChatClient.LIMIT);
    }
  }

  @Test
  void mineAreListedWithTheirLastMessage() {
    JsonNode mine = bob.me().get("/conversations").expect(200).json().at("/conversations/0");
    Wire.assertFields(
        mine,
        "conversation",
        "kind",
        "name",
        "with",
        "role",
        "first_seq",
        "last_seq",
        "read_seq",
        "unread",
        "mentions",
        "notify",
        "archived",
        "last_message");
    assertEquals("direct", mine.get("kind").asText());
    assertEquals(ada.username(), mine.get("name").asText());
    assertEquals(1, mine.get("first_seq").intValue());
    assertEquals(5, mine.get("unread").intValue());
    assertEquals(conversation, mine.get("conversation").asText());
    assertEquals(ada.id(), mine.at("/with/id").longValue());
    assertEquals(5, mine.get("last_seq").intValue());
    assertEquals(0, mine.get("read_seq").intValue());
    assertEquals("number 5", mine.at("/last_message/content").asText());
  }

  @Test
  void aMessageHasAllThatItsFrameHad() {
    JsonNode page = messages(bob, "?limit=1");
    JsonNode message = page.at("/messages/0");
    Wire.assertFields(
        message,
        "type",
        "conversation",
        "seq",
        "sender_id",
        "sender",
        "recipient",
        "is_global",
        "content",
        "client_id",
        "timestamp",
        "content_seq",
        "edited_at",
        "pinned",
        "reactions");
    assertEquals(5, message.get("seq").intValue());
    assertEquals(5, message.get("content_seq").intValue());
    assertTrue(message.get("edited_at").isNull(), message.toString());
    assertEquals("c-5", message.get("client_id").asText());
    Wire.assertIsNow(Wire.socketTime(message.get("timestamp")));
  }

  @Test
  void pagesGoBothWaysTheOldestFirst() {
    assertPage(List.of(4, 5), true, messages(ada, "?limit=2"));
    assertPage(List.of(2, 3), true, messages(ada, "?before=4&limit=2"));
    assertPage(List.of(1), false, messages(ada, "?before=2&limit=2"));
    assertPage(List.of(1, 2), true, messages(ada, "?after=0&limit=2"));
    assertPage(List.of(4, 5), false, messages(ada, "?after=3&limit=2"));
    assertPage(List.of(), false, messages(ada, "?after=5"));
  }

  /** G5. */
  @Test
  void theConversationsOfOthersDoNotExist() {
    TestingAccount carol = TestingAccount.register(stack.edge(), "carol");
    carol.me().get("/conversations/" + conversation + "/messages").expect(404);
    carol.me().put("/conversations/" + conversation + "/read", Map.of("seq", 1)).expect(404);
    assertFalse(carol.me().get("/conversations").expect(200).body().contains(conversation));
  }

  @Test
  void aReadMarkStaysBetweenWhereItWasAndTheEnd() {
    assertEquals(3, read(3));
    assertEquals(3, read(1));
    assertEquals(5, read(1_000));
  }

  private int read(int seq) {
    return bob.me()
        .put("/conversations/" + conversation + "/read", Map.of("seq", seq))
        .expect(200)
        .json()
        .get("read_seq")
        .intValue();
  }

  @Test
  void usersAreFoundByAPartOfTheirNameAndPaged() {
    String family = RandomLetters.of(8);
    List<Long> ids =
        IntStream.range(0, 3)
            .mapToObj(i -> TestingAccount.registerAs(stack.edge(), "u" + i + "-" + family).id())
            .toList();
    String query = "/users?query=" + family.toUpperCase(Locale.ROOT);
    assertEquals(ids.subList(0, 2), ids(query + "&limit=2"));
    assertEquals(ids.subList(2, 3), ids(query + "&limit=2&after=" + ids.get(1)));
    assertEquals(List.of(), ids("/users?query=nobody-of-that-name"));
  }

  private List<Long> ids(String path) {
    return ada.me().get(path).expect(200).json().findValues("id").stream()
        .map(JsonNode::longValue)
        .toList();
  }

  private JsonNode messages(TestingAccount reader, String query) {
    return reader
        .me()
        .get("/conversations/" + conversation + "/messages" + query)
        .expect(200)
        .json();
  }

  private static void assertPage(List<Integer> seqs, boolean hasMore, JsonNode page) {
    assertEquals(
        seqs, page.get("messages").findValues("seq").stream().map(JsonNode::intValue).toList());
    assertEquals(hasMore, page.get("has_more").booleanValue());
  }
}
