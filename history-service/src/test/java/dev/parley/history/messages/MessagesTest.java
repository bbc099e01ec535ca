package dev.parley.history.messages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MessagesTest {

  private static final String PAGE = "/conversations/{c}/messages";

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;

  private TestingUser ada;
  private TestingUser bob;

  @BeforeEach
  void twoUsers() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
  }

  @Test
  void theFirstProtocolReadsTheLastFiftyGlobalMessagesOldestFirst() {
    gateway.append(IntStream.rangeClosed(1, 60).mapToObj(i -> ada.toAll("m" + i)).toList());
    List<Map<String, Object>> messages =
        ada.get("/messages/global").statusCode(200).body("$", hasSize(50)).extract().path("$");
    assertEquals("m11", messages.getFirst().get("content"));
    assertEquals("m60", messages.getLast().get("content"));
    assertEquals(
        Set.of("id", "content", "sender", "created_at", "is_global"), messages.getLast().keySet());
    assertEquals(ada.user().username(), messages.getLast().get("sender"));
    assertEquals(true, messages.getLast().get("is_global"));
  }

  @Test
  void theFirstProtocolsTimesAreUtcInSeconds() {
    gateway.append(ada.toAll("hi"));
    String pattern = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";
    ada.get("/messages/global").body("[-1].created_at", matchesPattern(pattern));
  }

  @Test
  void idsAreUniqueOverAllConversations() {
    gateway.append(ada.toAll("global"), ada.to(bob, "direct"));
    Integer global = ada.get("/messages/global").extract().path("[-1].id");
    Integer direct =
        bob.get("/messages/direct/{u}", ada.user().username()).extract().path("[0].id");
    assertEquals(global + 1, direct);
  }

  @Test
  void aDirectMessageIsReadByBothInTheFirstProtocolsShape() {
    gateway.append(ada.to(bob, "hi"), bob.to(ada, "hello"));
    for (ValidatableResponse answer :
        List.of(
            ada.get("/messages/direct/{u}", bob.user().username()),
            bob.get("/messages/direct/{u}", ada.user().username()))) {
      answer
          .statusCode(200)
          .body("content", contains("hi", "hello"))
          .body("sender", contains(ada.user().username(), bob.user().username()))
          .body("recipient", contains(bob.user().username(), ada.user().username()))
          .body("is_global", contains(false, false));
    }
  }

  @Test
  void aDirectConversationThatNobodyBeganIsEmpty() {
    ada.get("/messages/direct/{u}", bob.user().username()).statusCode(200).body("$", empty());
    ada.get(PAGE, ada.with(bob))
        .statusCode(200)
        .body("messages", empty())
        .body("has_more", equalTo(false));
  }

  @Test
  void anUnknownUserIsNotFoundByName() {
    ada.get("/messages/direct/{u}", "<nobody>")
        .statusCode(404)
        .body("detail", equalTo("User <nobody> not found"))
        .body("code", equalTo("user_not_found"));
  }

  @Test
  void aMessageHasAllItsFields() {
    gateway.append(ada.to(bob, "hi", "c-1"));
    bob.get(PAGE, ada.with(bob))
        .statusCode(200)
        .body("messages[0].conversation", equalTo(ada.with(bob).toString()))
        .body("messages[0].seq", equalTo(1))
        .body("messages[0].sender_id", equalTo((int) ada.user().id().value()))
        .body("messages[0].sender", equalTo(ada.user().username()))
        .body("messages[0].recipient", equalTo(bob.user().username()))
        .body("messages[0].is_global", equalTo(false))
        .body("messages[0].content", equalTo("hi"))
        .body("messages[0].client_id", equalTo("c-1"))
        .body("messages[0].timestamp", matchesPattern("....-..-..T..:..:...*"));
  }

  @Test
  void aGlobalMessageHasNoRecipient() {
    gateway.append(ada.toAll("hi"));
    ada.get(PAGE, "global")
        .body("messages[-1].recipient", nullValue())
        .body("messages[-1].client_id", nullValue())
        .body("messages[-1].is_global", equalTo(true));
  }

  @Test
  void pagesBackwardsFromTheEnd() {
    append(7);
    page("limit=3", List.of(5, 6, 7), true);
    page("limit=3&before=5", List.of(2, 3, 4), true);
    page("limit=3&before=2", List.of(1), false);
    page("limit=3&before=1", List.of(), false);
    page("limit=7", List.of(1, 2, 3, 4, 5, 6, 7), false);
  }

  @Test
  void pagesForwards() {
    append(7);
    page("limit=3&after=0", List.of(1, 2, 3), true);
    page("limit=3&after=3", List.of(4, 5, 6), true);
    page("limit=3&after=6", List.of(7), false);
    page("limit=3&after=4", List.of(5, 6, 7), false);
    page("limit=3&after=9007199254740991", List.of(), false);
  }

  /** What was committed together has one time: only its place tells the messages apart. */
  @Test
  void messagesOfTheSameTimeAreEachOnOnePageInBothDirections() {
    append(7);
    List<String> times = ada.get(PAGE, ada.with(bob)).extract().path("messages.timestamp");
    assertEquals(1, new HashSet<>(times).size());
    assertEquals(List.of(List.of(5, 6, 7), List.of(2, 3, 4), List.of(1)), pages("before", 8));
    assertEquals(List.of(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7)), pages("after", 0));
    ada.get(PAGE + "?limit=3&around=4", ada.with(bob))
        .body("messages.seq", contains(3, 4, 5))
        .body("has_older", equalTo(true))
        .body("has_newer", equalTo(true));
  }

  private List<List<Integer>> pages(String direction, int from) {
    List<List<Integer>> pages = new ArrayList<>();
    boolean hasMore = true;
    int edge = from;
    while (hasMore) {
      JsonPath page =
          ada.get(PAGE + "?limit=3&" + direction + "=" + edge, ada.with(bob)).extract().jsonPath();
      List<Integer> seqs = page.getList("messages.seq");
      pages.add(seqs);
      edge = direction.equals("before") ? seqs.getFirst() : seqs.getLast();
      hasMore = page.getBoolean("has_more");
    }
    return pages;
  }

  @Test
  void aPageHasFiftyMessagesByDefault() {
    append(51);
    ada.get(PAGE, ada.with(bob)).body("messages", hasSize(50)).body("has_more", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0 | limit must be between 1 and 200
          limit=201 | limit must be between 1 and 200
          limit=ten | limit must be an integer between 0 and 9007199254740991
          limit=۵ | limit must be an integer between 0 and 9007199254740991
          before=+7 | before must be an integer between 0 and 9007199254740991
          before=-1 | before: seq must be between 0 and 9007199254740991, but is -1
          after=9007199254740992 | after: seq must be between 0 and 9007199254740991, but is 9007199254740992
          after=99999999999999999999 | after must be an integer between 0 and 9007199254740991
          before=1&after=1 | Give only one of before, after and around
          """)
  void aMalformedQuestionIsRefusedWithASentence(String query, String sentence) {
    ada.get(PAGE + "?" + query, "global")
        .statusCode(400)
        .body("detail", equalTo(sentence))
        .body("code", equalTo("invalid_field"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Global",
        "dm-2-1",
        "dm-0-1",
        "dm-1-99999999999999999",
        "x y",
        "%00",
        "dm-\u06F1-\u06F2"
      })
  void aMalformedNameIsRefused(String name) {
    ada.get(PAGE, name).statusCode(400).body("code", equalTo("invalid_field"));
  }

  @Test
  void anOutsiderCannotTellAConversationFromNone() {
    gateway.append(ada.to(bob, "secret"));
    TestingUser eve = accounts.open("eve");
    String existing = refusal(eve, ada.with(bob).toString());
    assertEquals(refusal(eve, "dm-999998-999999"), existing);
    assertEquals(refusal(eve, "room-1"), existing);
  }

  private static String refusal(TestingUser user, String conversation) {
    return user.get(PAGE, conversation).statusCode(404).extract().asString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/messages/global", "/messages/direct/bob", "/conversations/global/messages"})
  void withoutASessionNothingIsRead(String path) {
    given().get(path).then().statusCode(401).body("detail", equalTo("Authentication required"));
    given()
        .header("Authorization", "Bearer nonsense")
        .get(path)
        .then()
        .statusCode(401)
        .body("detail", equalTo("Invalid or expired session"));
  }

  @Test
  void gatewaysReadARangeOfAtMost500() {
    gateway.append(Collections.nCopies(500, ada.to(bob, "hi")));
    gateway.append(Collections.nCopies(500, ada.to(bob, "hi")));
    List<Event> messages = gateway.read(ada.with(bob), 300, 1_000);
    assertEquals(500, messages.size());
    assertEquals(300, messages.getFirst().seq().value());
    assertEquals(List.of(), gateway.read(ada.with(bob), 1_001, 1_200));
    assertEquals(3, gateway.read(ada.with(bob), 7, 9).size());
  }

  @Test
  void gatewaysReadManyRangesAtOnceAndAreToldWhichWereRead() {
    List<Command> batch = Collections.nCopies(500, ada.to(bob, "hi"));
    IntStream.range(0, 5).forEach(i -> gateway.append(batch));
    gateway.append(ada.to(ada, "a note"));
    ReadEvents.Range none = ReadEvents.Range.of(bob.with(bob), 1, 9);
    ReadEvents.Range note = ReadEvents.Range.of(ada.with(ada), 1, 1);
    List<ReadEvents.Range> long5 =
        IntStream.range(0, 5)
            .mapToObj(i -> ReadEvents.Range.of(ada.with(bob), 1 + 500L * i, 2_500))
            .toList();
    List<ReadEvents.Found> few = gateway.read(List.of(note, none, long5.get(1)));
    assertEquals(List.of(1, 0, 500), few.stream().map(one -> one.events().size()).toList());
    assertEquals(501, few.get(2).events().getFirst().seq().value());
    List<ReadEvents.Found> tooMuch = gateway.read(long5);
    assertEquals(long5.subList(0, 4), tooMuch.stream().map(ReadEvents.Found::range).toList());
    assertEquals(500, tooMuch.getLast().events().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"ranges\":[]}",
        "{\"ranges\":[{\"conversation\":\"global\",\"from\":1,\"to\":501}]}",
        "{\"ranges\":[{\"conversation\":\"global\",\"from\":2,\"to\":1}]}",
        "{\"ranges\":[{\"conversation\":\"global\",\"from\":-1,\"to\":1}]}",
        "{\"ranges\":[{\"conversation\":\"nowhere\",\"from\":1,\"to\":1}]}",
      })
  void gatewaysMustSayFromWhereToWhere(String body) {
    gateway.post("/internal/events/read", body).then().statusCode(400);
  }

  private void append(int messages) {
    List<Command> batch = IntStream.range(0, messages).mapToObj(i -> ada.to(bob, "m")).toList();
    gateway.append(batch);
  }

  private void page(String query, List<Integer> seqs, boolean hasMore) {
    ada.get(PAGE + "?" + query, ada.with(bob))
        .statusCode(200)
        .body("messages.seq", equalTo(seqs))
        .body("has_more", equalTo(hasMore));
  }
}
