package dev.parley.history.conversations;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.history.rooms.TestingRoom;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.Kind;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ConversationsTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;

  private TestingUser ada;
  private TestingUser bob;
  private TestingUser cyd;

  @BeforeEach
  void threeUsersOnEmptyData() {
    gateway.resetEverything();
    ada = accounts.open("ada");
    bob = accounts.open("bob");
    cyd = accounts.open("cyd");
  }

  @Test
  void aNewUserIsInTheGlobalConversationAlone() {
    ada.get("/conversations")
        .statusCode(200)
        .body("conversations.conversation", contains("global"))
        .body("conversations[0].with", nullValue())
        .body("conversations[0].last_seq", equalTo(0))
        .body("conversations[0].read_seq", equalTo(0))
        .body("conversations[0].last_message", nullValue())
        .body("has_more", equalTo(false))
        .body("next_before", nullValue());
  }

  @Test
  void theLatestActivityComesFirst() {
    gateway.append(ada.to(bob, "to bob"));
    gateway.append(cyd.to(ada, "from cyd"));
    gateway.append(bob.toAll("to all"));
    gateway.append(bob.to(cyd, "not ada's"));
    ada.get("/conversations")
        .body(
            "conversations.conversation",
            contains("global", name(ada.with(cyd)), name(ada.with(bob))))
        .body("conversations.last_message.content", contains("to all", "from cyd", "to bob"));
    gateway.append(ada.to(bob, "again"));
    ada.get("/conversations")
        .body("conversations[0].conversation", equalTo(name(ada.with(bob))))
        .body("conversations[0].last_seq", equalTo(2));
  }

  @Test
  void aDirectConversationNamesTheOtherUserWhoeverWroteLast() {
    gateway.append(ada.to(bob, "hi"));
    assertWith(ada, bob);
    assertWith(bob, ada);
    gateway.append(bob.to(ada, "hello"));
    assertWith(ada, bob);
    assertWith(bob, ada);
  }

  private static void assertWith(TestingUser reader, TestingUser other) {
    reader
        .get("/conversations")
        .body("conversations[0].with.id", equalTo((int) other.user().id().value()))
        .body("conversations[0].with.username", equalTo(other.user().username()));
  }

  @Test
  void notesToOneselfAreWithOneself() {
    gateway.append(ada.to(ada, "buy milk"));
    assertWith(ada, ada);
  }

  @Test
  void pagesThroughAllOnceEvenWhereTheyTieInTime() {
    gateway.append(
        IntStream.range(0, 25).mapToObj(i -> accounts.open("other").to(ada, "hi")).toList());
    List<String> all = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    while (cursor != null) {
      JsonPath page =
          ada.get("/conversations?limit=10&before=" + cursor).statusCode(200).extract().jsonPath();
      all.addAll(page.getList("conversations.conversation"));
      cursor = page.getString("next_before");
      assertEquals(cursor != null, page.getBoolean("has_more"));
      pages++;
    }
    assertEquals(3, pages);
    assertEquals(26, all.size());
    assertEquals(26, new HashSet<>(all).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=x",
        "before=x",
        "before=1",
        "before=-1-1",
        "before=99999999999999999999-1",
        "before=1-99999999999999999999",
        "limit=\u06F5",
        "limit=+5",
        "before=\u06F1-\u06F1"
      })
  void aMalformedQuestionIsRefused(String query) {
    ada.get("/conversations?" + query).statusCode(400).body("code", equalTo("invalid_field"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"before=99999999999999999-999999999999999999", "before=0-0"})
  void anyWellFormedCursorIsAnswered(String query) {
    ada.get("/conversations?" + query).statusCode(200);
  }

  @Test
  void aDuplicateThatWentElsewhereLeavesNoEmptyConversation() {
    gateway.append(ada.to(bob, "hi", "c-1"));
    gateway.append(ada.to(cyd, "hi", "c-1"));
    cyd.get("/conversations").body("conversations.conversation", contains("global"));
  }

  @Test
  void gatewaysReadTheConversationsOfAUser() {
    gateway.append(ada.to(bob, "one"), ada.to(bob, "two"), cyd.toAll("hi"));
    bob.put("/conversations/" + ada.with(bob) + "/read", "{\"seq\":1}").statusCode(200);
    assertEquals(
        Set.of(bob.inbox(), ConversationId.GLOBAL, ada.with(bob)),
        gateway.conversationsOf(bob).stream()
            .map(ConversationEntry::conversation)
            .collect(Collectors.toSet()));
    ConversationEntry direct = gateway.entryOf(bob, ada.with(bob));
    assertEquals(
        new ConversationEntry(
            ada.with(bob),
            Kind.DIRECT,
            ada.user().username(),
            ada.user(),
            Role.MEMBER,
            new Sequence(1),
            new Sequence(2),
            new Sequence(1),
            1,
            0,
            Notify.ALL,
            null,
            false,
            null),
        direct);
    assertEquals(
        List.of(new FindConversations.Found(bob.user().id(), direct)),
        gateway.find(
            new FindConversations.Asked(cyd.user().id(), ada.with(bob)),
            new FindConversations.Asked(bob.user().id(), ada.with(bob)),
            new FindConversations.Asked(bob.user().id(), new ConversationId.Room(7))));
  }

  @Test
  void gatewaysReadTheConversationsOfManyUsersAtOnce() {
    gateway.append(ada.to(bob, "one"), cyd.toAll("hi"));
    ListConversations.Answer answer =
        gateway.list(List.of(ada.user().id(), bob.user().id(), cyd.user().id()));
    assertEquals(3, answer.conversations().get(ada.user().id().toString()).size());
    assertEquals(3, answer.conversations().get(bob.user().id().toString()).size());
    assertEquals(2, answer.conversations().get(cyd.user().id().toString()).size());
  }

  @Test
  void aResetBeginsAnotherEpoch() {
    List<UserId> users = List.of(ada.user().id());
    String before = gateway.list(users).epoch();
    assertEquals(before, gateway.list(users).epoch());
    gateway.resetEverything();
    assertNotEquals(before, gateway.list(users).epoch());
  }

  @Test
  void onesOwnMessagesAreNeverUnreadAndThoseOfOthersBeforeThemStay() {
    gateway.append(bob.to(ada, "one"), bob.to(ada, "two"));
    gateway.append(ada.to(bob, "three"), ada.to(bob, "four"), ada.to(bob, "five"));
    gateway.append(ada.to(ada, "a note"));
    assertUnread(ada, ada.with(bob), 2);
    assertUnread(bob, ada.with(bob), 3);
    assertUnread(ada, ada.with(ada), 0);
    ada.put("/conversations/" + ada.with(bob) + "/read", "{\"seq\":1}").statusCode(200);
    assertUnread(ada, ada.with(bob), 1);
  }

  @Test
  void whatWasDeletedAndWhatIsNoMessageIsNotUnread() {
    TestingRoom room = TestingRoom.hidden(ada, bob);
    gateway.append(bob.to(ada, "one"), bob.to(ada, "two"), bob.to(ada, "three"));
    int only = room.post(bob, "only");
    gateway.append(
        bob.does(ada.with(bob), new Act.Delete(new Sequence(3))),
        bob.does(ada.with(bob), new Act.React(new Sequence(1), new Emoji("👍"), true)));
    assertUnread(ada, ada.with(bob), 2);
    assertUnread(ada, room.conversation(), 1);
    gateway.append(
        bob.does(room.conversation(), new Act.Delete(new Sequence(only))),
        bob.does(ada.with(bob), new Act.Delete(new Sequence(1))),
        bob.does(ada.with(bob), new Act.Delete(new Sequence(2))));
    assertUnread(ada, ada.with(bob), 0);
    assertUnread(ada, room.conversation(), 0);
  }

  @Test
  void aDirectConversationCountsToAHundredAndOthersToOne() {
    gateway.append(Collections.nCopies(101, bob.to(ada, "hi")));
    gateway.append(Collections.nCopies(5, bob.toAll("hi")));
    assertUnread(ada, ada.with(bob), 100);
    assertUnread(ada, ConversationId.GLOBAL, 1);
    assertUnread(bob, ConversationId.GLOBAL, 0);
  }

  @Test
  void theLastMessageOfAnotherIsUnreadHoweverManyOnesOwnAreBeforeIt() {
    for (int i = 0; i < 5; i++) {
      gateway.append(Collections.nCopies(500, ada.to(bob, "mine")));
    }
    assertUnread(ada, ada.with(bob), 0);
    gateway.append(bob.to(ada, "at last"));
    assertUnread(ada, ada.with(bob), 1);
  }

  /** The same number in the list of conversations and in what a gateway greets with. */
  private void assertUnread(TestingUser user, ConversationId conversation, int unread) {
    user.get("/conversations")
        .body(
            "conversations.find { it.conversation == '%s' }.unread".formatted(conversation),
            equalTo(unread));
    assertEquals(
        List.of(unread),
        gateway.conversationsOf(user).stream()
            .filter(it -> it.conversation().equals(conversation))
            .map(ConversationEntry::unread)
            .toList());
  }

  @Test
  void gatewaysReadHowFarConversationsGo() {
    gateway.append(ada.to(bob, "one"), ada.to(bob, "two"));
    assertEquals(
        Map.of(name(ada.with(bob)), new Sequence(2), "global", Sequence.NONE),
        gateway.lastSequences(ada.with(bob), ada.with(cyd), ConversationId.GLOBAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"user_ids\":[]}",
        "{\"user_ids\":[0]}",
        "{\"user_ids\":[9007199254740992]}"
      })
  void gatewaysMustSayWhose(String body) {
    gateway.post("/internal/conversations/list", body).then().statusCode(400);
  }

  @Test
  void withoutASessionNothingIsListed() {
    given().get("/conversations").then().statusCode(401);
    TestingGateway.atInternalPort().post("/internal/conversations/list").then().statusCode(401);
  }

  private static String name(ConversationId conversation) {
    return conversation.toString();
  }
}
