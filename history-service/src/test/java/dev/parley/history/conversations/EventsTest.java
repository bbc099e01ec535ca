package dev.parley.history.conversations;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingUser;
import dev.parley.history.rooms.TestingRoom;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.protocol.relay.RelayCodec;
import dev.parley.protocol.relay.RelayedEvent;
import dev.parley.testing.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.pubsub.PubSubCommands.RedisSubscriber;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class EventsTest {

  @Inject TestingAccounts accounts;
  @Inject RedisDataSource redis;

  private TestingUser ada;
  private TestingUser bob;
  private TestingRoom room;

  @BeforeEach
  void aRoomOfTwo() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
    room = TestingRoom.hidden(ada, bob);
  }

  @Test
  void aCommandIsAcknowledgedAsOnASocket() {
    room.command(ada, "{\"type\":\"post\",\"client_id\":\"e-1\",\"content\":\"hi\"}")
        .statusCode(200)
        .body("type", equalTo("ack"))
        .body("client_id", equalTo("e-1"))
        .body("conversation", equalTo(room.conversation().toString()))
        .body("timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}"))
        .body("duplicate", equalTo(false));
  }

  @Test
  void theSameCommandAgainIsTheSameEventWhereverItsClientIdStands() {
    String inBody = "{\"type\":\"post\",\"client_id\":\"e-2\",\"content\":\"hi\"}";
    int seq = room.command(ada, inBody).extract().path("seq");
    room.command(ada, inBody).body("seq", equalTo(seq)).body("duplicate", equalTo(true));
    ada.post(room.events() + "?client_id=e-2", "{\"type\":\"post\",\"content\":\"hi\"}")
        .body("seq", equalTo(seq))
        .body("client_id", equalTo("e-2"))
        .body("duplicate", equalTo(true));
  }

  @Test
  void aDuplicateIsRecognisedBeforePermission() {
    String command = "{\"type\":\"post\",\"client_id\":\"e-3\",\"content\":\"hi\"}";
    int seq = room.command(bob, command).extract().path("seq");
    ada.delete(room.path(bob)).statusCode(200);
    room.command(bob, command).statusCode(200).body("seq", equalTo(seq));
    room.command(bob, "{\"type\":\"post\",\"content\":\"hi\"}").statusCode(404);
  }

  @Test
  void whatChangesNothingTakesNoSequence() {
    int target = room.post(ada, "hi");
    String react = "{\"type\":\"react\",\"target\":" + target + ",\"emoji\":\"👍\",\"on\":true}";
    int seq = room.command(bob, react).statusCode(200).extract().path("seq");
    room.command(bob, react)
        .statusCode(200)
        .body("unchanged", equalTo(true))
        .body("seq", equalTo(null));
    assertEquals(seq + 1, room.post(ada, "next"));
  }

  @Test
  void theLogHasEverythingThatHappened() {
    int message = room.post(ada, "first");
    room.command(ada, "{\"type\":\"edit\",\"target\":" + message + ",\"content\":\"second\"}");
    room.command(ada, "{\"type\":\"edit\",\"target\":" + message + ",\"content\":\"third\"}");
    room.command(
        bob, "{\"type\":\"react\",\"target\":" + message + ",\"emoji\":\"👍\",\"on\":true}");
    room.command(ada, "{\"type\":\"pin\",\"target\":" + message + ",\"on\":true}");
    ada.patch(room.path(bob), "{\"role\":\"moderator\"}");
    bob.get(room.events() + "?after=" + (message - 1))
        .statusCode(200)
        .body(
            "events.type",
            contains("chat", "edited", "edited", "reacted", "pinned", "role_changed"))
        .body("events.seq", contains(sequences(message, 6)))
        .body("events[0].content", equalTo("third"))
        .body("events[0].content_seq", equalTo(message + 2))
        .body("events[0].room", equalTo(room.name()))
        .body("events[1].content", equalTo(null))
        .body("events[2].content", equalTo("third"))
        .body("events[3].sender", equalTo(bob.user().username()))
        .body("events[5].user.username", equalTo(bob.user().username()))
        .body("first_seq", equalTo(1))
        .body("last_seq", equalTo(message + 5))
        .body("has_more", equalTo(false));
  }

  private static Integer[] sequences(int first, int count) {
    Integer[] all = new Integer[count];
    for (int i = 0; i < count; i++) {
      all[i] = first + i;
    }
    return all;
  }

  @Test
  void theLogIsReadInPagesWithoutAGap() {
    int last = 0;
    for (int i = 0; i < 7; i++) {
      last = room.post(ada, "m" + i);
    }
    List<Integer> read = new ArrayList<>();
    boolean hasMore = true;
    while (hasMore) {
      int after = read.isEmpty() ? 0 : read.getLast();
      var page = bob.get(room.events() + "?limit=4&after=" + after).statusCode(200).extract();
      read.addAll(page.path("events.seq"));
      hasMore = page.path("has_more");
    }
    assertEquals(List.of(sequences(1, last)), read);
    bob.get(room.events() + "?after=9007199254740991").body("events", hasSize(0));
  }

  @Test
  void whatIsDeletedIsNowhereAnyMore() {
    int message = room.post(ada, "secret-1");
    room.command(ada, "{\"type\":\"edit\",\"target\":" + message + ",\"content\":\"secret-2\"}");
    room.command(ada, "{\"type\":\"delete\",\"target\":" + message + "}").statusCode(200);
    for (String path : List.of(room.events(), room.messages(), "/conversations")) {
      String shown = bob.get(path).statusCode(200).extract().asString();
      assertTrue(!shown.contains("secret"), shown);
    }
    ada.get(room.messages() + "/" + message + "/revisions")
        .statusCode(404)
        .body("code", equalTo("target_gone"));
    room.command(ada, "{\"type\":\"edit\",\"target\":" + message + ",\"content\":\"again\"}")
        .statusCode(404)
        .body("code", equalTo("target_gone"));
  }

  @Test
  void aDirectConversationBeginsWithItsFirstPost() {
    ada.post(
            "/conversations/" + ada.with(bob) + "/events", "{\"type\":\"post\",\"content\":\"hi\"}")
        .statusCode(200)
        .body("seq", equalTo(1));
    bob.get("/conversations/" + ada.with(bob) + "/events")
        .body("events[0].recipient", equalTo(bob.user().username()))
        .body("events[0].is_global", equalTo(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                  | 422 | validation_failed | ``
          {"type":"post"}                                     | 422 | validation_failed | ``
          {"type":"post","content":5}                         | 422 | validation_failed | ``
          {"type":"react","target":1,"emoji":"a"}             | 422 | validation_failed | ``
          {"type":"typing"}                                   | 400 | invalid_field | type must be "post"
          {"type":"post","content":"hi","conversation":"global"} | 400 | invalid_field | conversation must be
          {"type":"post","content":" "}                       | 400 | content_empty | Message cannot be empty
          {"type":"post","content":"\\ud800"}                 | 400 | content_not_storable | Message contains
          {"type":"react","target":1,"emoji":"abc","on":true} | 400 | emoji_invalid | A reaction is exactly
          {"type":"delete","target":-1}                       | 400 | invalid_field | target: seq must be
          {"type":"delete","target":999999}                   | 404 | target_gone | This message was deleted
          {"type":"post","content":"hi","client_id":""}       | 400 | invalid_field | client_id must have
          """)
  void aBadCommandIsRefusedWithASentence(String body, int status, String code, String sentence) {
    var answer = room.command(ada, body).statusCode(status).body("code", equalTo(code));
    if (!sentence.isEmpty()) {
      answer.body("detail", startsWith(sentence));
    }
  }

  @Test
  void everyEventIsPublishedToTheGatewaysExactlyAsItIsRead()
      throws InterruptedException, JsonProcessingException {
    BlockingQueue<String> published = new LinkedBlockingQueue<>();
    RedisSubscriber subscription =
        redis.pubsub(String.class).subscribe(RedisNames.EVENTS, published::add);
    try {
      int message = room.post(ada, "hi");
      room.command(
          bob, "{\"type\":\"react\",\"target\":" + message + ",\"emoji\":\"👍\",\"on\":true}");
      List<RelayedEvent> relayed = new ArrayList<>();
      while (relayed.size() < 2) {
        relayed.addAll(ofTheRoom(published.poll(10, TimeUnit.SECONDS)));
      }
      String log = bob.get(room.events() + "?after=" + (message - 1)).extract().asString();
      assertEquals(List.of("chat", "reacted"), relayed.stream().map(RelayedEvent::type).toList());
      ObjectMapper json = new ObjectMapper();
      List<JsonNode> frames = new ArrayList<>();
      for (RelayedEvent event : relayed) {
        frames.add(json.readTree(event.json()));
      }
      List<JsonNode> read = new ArrayList<>();
      json.readTree(log).get("events").forEach(read::add);
      assertEquals(read, frames);
    } finally {
      subscription.unsubscribe();
    }
  }

  @Test
  void whoIsAddedIsToldInTheirInboxAndTheGatewaysToo() throws InterruptedException {
    BlockingQueue<String> published = new LinkedBlockingQueue<>();
    RedisSubscriber subscription =
        redis.pubsub(String.class).subscribe(RedisNames.EVENTS, published::add);
    try {
      TestingUser cyd = accounts.open("cyd");
      ada.put(room.path(cyd), "").statusCode(200);
      String payload = published.poll(10, TimeUnit.SECONDS);
      assertTrue(payload.startsWith("history-"), payload);
      assertEquals(
          List.of("joined", "added"),
          events(payload).stream().map(RelayedEvent::type).sorted().toList().reversed());
      cyd.get("/conversations/inbox-" + cyd.user().id() + "/events")
          .statusCode(200)
          .body("events.type", contains("added"))
          .body("events[0].room.conversation", equalTo(room.conversation().toString()));
    } finally {
      subscription.unsubscribe();
    }
  }

  private List<RelayedEvent> ofTheRoom(String payload) {
    return events(payload).stream()
        .filter(event -> event.conversation().equals(room.conversation()))
        .toList();
  }

  /** Behind the line that says who published them. */
  private static List<RelayedEvent> events(String payload) {
    return RelayCodec.decode(payload.split("\n", 2)[1]);
  }
}
