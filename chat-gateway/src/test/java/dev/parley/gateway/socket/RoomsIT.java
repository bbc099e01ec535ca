package dev.parley.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.services.OwnPort;
import dev.parley.gateway.services.TestingAuth;
import dev.parley.gateway.services.TestingHistory;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.protocol.relay.RelayCodec;
import dev.parley.protocol.relay.RelayedEvent;
import dev.parley.testing.Eventually;
import dev.parley.testing.RealServers;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * G2, G3, G5: who gets what of a room, while people join and leave. Events are committed behind the
 * gateway's back, and reach it by the relay, in any order, or by the feed.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(OwnPort.class)
class RoomsIT {

  private static final Duration LONG = Duration.ofHours(1);

  @TestHTTPResource("/")
  URI gateway;

  @Inject TestingAuth auth;
  @Inject TestingHistory history;
  @Inject RedisDataSource redis;
  @Inject ObjectMapper json;

  private final List<TestingChatClient> clients = new ArrayList<>();

  @AfterEach
  void closeAll() {
    history.releaseReads();
    history.releaseFinds();
    history.releaseFeed();
    clients.forEach(TestingChatClient::drop);
  }

  @Test
  void membersGetWhatIsSaidAndNobodyElse() {
    TestingAuth.Login ada = login();
    TestingAuth.Login bob = login();
    ConversationId room = history.newRoom(ada.user(), bob.user());
    TestingChatClient adas = second(ada, Map.of());
    TestingChatClient bobs = second(bob, Map.of());
    TestingChatClient strangers = second(login(), Map.of(room.toString(), 0L));
    bobs.await("resumed");
    post(adas, room, "c-1", "hello room");
    JsonNode frame = bobs.awaitChat("hello room");
    assertEquals(frame, adas.awaitChat("hello room"));
    assertEquals("ops", frame.get("room").asText());
    assertFalse(frame.get("is_global").asBoolean());
    assertEquals(3, adas.await("ack").get("seq").asLong());
    JsonNode refused =
        strangers.await(it -> it.path("code").asText().equals("not_found"), "not_found");
    assertEquals(room.toString(), refused.get("conversation").asText());
    adas.chat("to all");
    strangers.awaitChat("to all");
    assertFalse(strangers.frames().toString().contains("hello room"));
  }

  @Test
  void aStrangersPostIsRefusedLikeOneToARoomThatDoesNotExist() {
    ConversationId room = history.newRoom(login().user());
    TestingChatClient stranger = second(login(), Map.of());
    stranger.await("resumed");
    post(stranger, room, "c-1", "let me in");
    JsonNode toPrivate = stranger.await("error");
    post(stranger, new ConversationId.Room(999_999), "c-1", "let me in");
    JsonNode toNothing = stranger.await("error");
    assertEquals("not_found", toPrivate.get("code").asText());
    assertEquals(toNothing, toPrivate);
  }

  @Test
  void clientsOfTheFirstProtocolSeeNothingOfRooms() {
    TestingAuth.Login ada = login();
    ConversationId room = history.newRoom(ada.user());
    TestingChatClient old = open(TestingHandshake.to(gateway).token(ada.token()));
    TestingChatClient adas = second(ada, Map.of());
    old.await("user_list_update");
    adas.await("resumed");
    post(adas, room, "c-1", "only for the new ones");
    adas.awaitChat("only for the new ones");
    react(adas, "global", 1, "c-2");
    adas.await("reacted");
    adas.chat("for all");
    old.awaitChat("for all");
    assertFalse(old.frames().toString().contains("only for the new ones"));
    assertEquals(List.of(), old.frames("reacted"));
  }

  /** G2: nothing of it was announced as missing, so nothing of it may be. */
  @Test
  void aRoomThatTheClientDoesNotKnowHasNoHoleHoweverMuchElseItMissed() {
    TestingAuth.Login ada = login();
    Event note = history.post(ada.user(), ada.user(), "note");
    IntStream.range(1, 2_100).forEach(i -> history.post(ada.user(), ada.user(), "note"));
    ConversationId room = history.newRoom(ada.user());
    TestingChatClient watcher = second(ada, Map.of());
    watcher.await("resumed");
    history.holdReads();
    TestingChatClient client = second(ada, Map.of(note.conversation().toString(), 0L));
    client.await("welcome");
    relay(List.of(history.post(ada.user(), room, "while it resumes")));
    watcher.awaitChat("while it resumes");
    history.releaseReads();
    client.await(
        frame ->
            frame.path("type").asText().equals("resumed")
                && !frame.path("complete").asBoolean(true),
        "the end of what fits");
    relay(List.of(history.post(ada.user(), room, "after it")));
    client.awaitChat("after it");
    assertEquals(List.of(2L, 3L), seqs(client, room));
  }

  @Test
  void whoIsAddedWhileConnectedGetsTheRoomFromTheirOwnArrivalOn() {
    TestingAuth.Login ada = login();
    TestingAuth.Login bob = login();
    ConversationId room = history.newRoom(ada.user());
    TestingChatClient bobs = second(bob, Map.of());
    bobs.await("resumed");
    history.post(ada.user(), room, "before");
    relay(history.join(room, bob.user()));
    relay(List.of(history.post(ada.user(), room, "after")));
    bobs.awaitChat("after");
    assertEquals(List.of(3L, 4L), seqs(bobs, room));
    assertEquals("joined", eventsOf(bobs, room).getFirst().get("type").asText());
  }

  @Test
  void whoLeavesGetsTheirDepartureLast() {
    TestingAuth.Login ada = login();
    TestingAuth.Login bob = login();
    ConversationId room = history.newRoom(ada.user(), bob.user());
    TestingChatClient bobs = second(bob, Map.of());
    TestingChatClient adas = second(ada, Map.of());
    bobs.await("resumed");
    adas.await("resumed");
    List<Event> left = history.leave(room, bob.user());
    Event secret = history.post(ada.user(), room, "now that bob is gone");
    relay(List.of(secret));
    relay(left);
    adas.awaitChat("now that bob is gone");
    bobs.await("removed");
    bobs.await("left");
    adas.chat("to all");
    bobs.awaitChat("to all");
    assertEquals(List.of(3L), seqs(bobs, room));
    assertFalse(bobs.frames().toString().contains("now that bob is gone"));
  }

  /** The gateway hears of the return first, and then of what was before it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoIsAddedAgainBeforeTheGatewayKnowsOfTheirRemovalGetsAllSinceThenAndNothingBetween(
      boolean isRelayed) {
    TestingAuth.Login ada = login();
    TestingAuth.Login bob = login();
    ConversationId room = history.newRoom(ada.user(), bob.user());
    TestingChatClient adas = second(ada, Map.of());
    TestingChatClient bobs = second(bob, Map.of());
    adas.await("resumed");
    bobs.await("resumed");
    history.holdReads();
    List<Event> left = history.leave(room, bob.user());
    Event secret = history.post(ada.user(), room, "while bob is gone");
    List<Event> joined = history.join(room, bob.user());
    int questions = history.questions();
    relay(List.of(left.getLast(), joined.getLast()));
    bobs.await("added");
    Eventually.get(
        "the gateway to ask for the room",
        TestingChatClient.LIMIT,
        history::questions,
        now -> now > questions);
    if (isRelayed) {
      relay(List.of(joined.getFirst()));
      relay(List.of(secret));
      relay(List.of(left.getFirst()));
    }
    history.releaseReads();
    relay(List.of(history.post(ada.user(), room, "welcome back")));
    bobs.awaitChat("welcome back");
    adas.awaitChat("welcome back");
    assertEquals(List.of(3L, 4L, 5L, 6L), seqs(adas, room));
    assertEquals(List.of(3L, 5L, 6L), seqs(bobs, room));
    assertFalse(bobs.frames().toString().contains("while bob is gone"));
  }

  /**
   * Whoever asked after a deletion never sees the text, however far the gateway itself has come.
   */
  @Test
  void aTextThatWasDeletedBeforeOneAskedIsNotSentFromMemory() {
    TestingAuth.Login ada = login();
    ConversationId room = history.newRoom(ada.user());
    TestingChatClient watching = second(ada, Map.of());
    watching.await("resumed");
    relay(List.of(history.post(ada.user(), room, "a secret")));
    watching.awaitChat("a secret");
    history.holdFeed();
    history.delete(ada.user(), room, new Sequence(2));
    TestingChatClient later = second(ada, Map.of(room.toString(), 1L));
    later.await(frame -> frame.path("type").asText().equals("deleted"), "the deletion");
    assertFalse(later.frames().toString().contains("a secret"));
    assertTrue(eventsOf(later, room).getFirst().get("deleted").asBoolean());
  }

  /**
   * People come and go while others talk; the relay's frames come in any order or not at all, and
   * answers are late. Of each stay a client gets everything from its own arrival to its own
   * departure: no leak, no hole, nothing twice.
   */
  @RepeatedTest(12)
  void ofEveryStayAClientGetsExactlyWhatHappenedDuringIt(RepetitionInfo repetition)
      throws InterruptedException {
    Random random = new Random(repetition.getCurrentRepetition());
    TestingAuth.Login ada = login();
    TestingAuth.Login bob = login();
    ConversationId room = history.newRoom(ada.user());
    TestingChatClient adas = second(ada, Map.of());
    TestingChatClient bobs = second(bob, Map.of());
    adas.await("resumed");
    bobs.await("resumed");
    List<Event> late = new ArrayList<>();
    List<Long> expected = new ArrayList<>();
    boolean inside = false;
    for (int step = 0; step < 40; step++) {
      List<Event> made;
      if (random.nextInt(4) == 0) {
        inside = !inside;
        made = inside ? history.join(room, bob.user()) : history.leave(room, bob.user());
        expected.add(made.getFirst().seq().value());
      } else {
        made = List.of(history.post(ada.user(), room, "m" + step));
        if (inside) {
          expected.add(made.getFirst().seq().value());
        }
      }
      switch (random.nextInt(4)) {
        case 0 -> late.addAll(made);
        case 1 -> {}
        default -> relay(made);
      }
      if (random.nextInt(5) == 0) {
        Collections.shuffle(late, random);
        relay(late);
        late.clear();
      }
      if (random.nextInt(6) == 0) {
        history.holdFinds();
      } else if (random.nextInt(3) == 0) {
        history.releaseFinds();
      }
      Thread.sleep(random.nextInt(30));
    }
    history.releaseFinds();
    if (!inside) {
      expected.add(history.join(room, bob.user()).getFirst().seq().value());
    }
    expected.add(history.post(ada.user(), room, "the end").seq().value());
    bobs.awaitChat("the end");
    expected.add(history.leave(room, bob.user()).getFirst().seq().value());
    Event after = history.post(ada.user(), room, "after the end");
    adas.awaitChat("after the end");
    bobs.await(isDeparture(room, expected.getLast()), "the last departure");
    assertEquals(LongStream.rangeClosed(2, after.seq().value()).boxed().toList(), seqs(adas, room));
    assertStays(expected, seqs(bobs, room));
  }

  private static Predicate<JsonNode> isDeparture(ConversationId room, long seq) {
    return frame ->
        frame.path("conversation").asText().equals(room.toString())
            && frame.path("seq").asLong() == seq;
  }

  /**
   * A stay that was over before the gateway asked may be missing as a whole. What lies between two
   * stays may come with the second one, since members read everything; what comes after the last
   * departure may not.
   */
  private static void assertStays(List<Long> expected, List<Long> got) {
    assertEquals(got.stream().sorted().distinct().toList(), got, "in order, each once");
    assertEquals(expected.getLast(), got.getLast(), () -> "a leak: " + got + " of " + expected);
    for (int i = 1; i < got.size(); i++) {
      long before = got.get(i - 1);
      if (got.get(i) > before + 1) {
        assertFalse(
            expected.contains(before + 1) && expected.contains(before),
            () -> "a hole after " + before + ": " + got + " of " + expected);
      }
    }
  }

  private void relay(List<Event> events) {
    List<RelayedEvent> relayed =
        events.stream().map(event -> RelayedEvent.of(event, write(event), null)).toList();
    RelayCodec.encode(relayed)
        .forEach(
            payload ->
                redis
                    .pubsub(String.class)
                    .publish(RedisNames.EVENTS, "another-gateway\n" + payload));
  }

  private String write(Event event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void post(
      TestingChatClient client, ConversationId room, String clientId, String content) {
    client.sendText(
        "{\"type\":\"post\",\"conversation\":\""
            + room
            + "\",\"client_id\":\""
            + clientId
            + "\",\"content\":\""
            + content
            + "\"}");
  }

  private static void react(
      TestingChatClient client, String conversation, long target, String clientId) {
    client.sendText(
        "{\"type\":\"react\",\"conversation\":\""
            + conversation
            + "\",\"client_id\":\""
            + clientId
            + "\",\"target\":"
            + target
            + ",\"emoji\":\"👍\",\"on\":true}");
  }

  private static List<JsonNode> eventsOf(TestingChatClient client, ConversationId room) {
    return client.frames().stream()
        .filter(frame -> frame.path("conversation").asText().equals(room.toString()))
        .filter(frame -> frame.has("seq"))
        .filter(frame -> !frame.path("type").asText().equals("ack"))
        .toList();
  }

  private static List<Long> seqs(TestingChatClient client, ConversationId room) {
    return eventsOf(client, room).stream().map(frame -> frame.get("seq").asLong()).toList();
  }

  private TestingAuth.Login login() {
    return auth.login("user-" + UUID.randomUUID().toString().substring(0, 8), LONG);
  }

  private TestingChatClient second(TestingAuth.Login login, Map<String, Long> cursors) {
    TestingChatClient client =
        open(TestingHandshake.to(gateway).secondProtocol().bearer(login.token()));
    client.resume(cursors);
    return client;
  }

  private TestingChatClient open(TestingHandshake handshake) {
    TestingChatClient client = handshake.open();
    clients.add(client);
    return client;
  }
}
