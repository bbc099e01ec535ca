package dev.parley.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.raw.RawSocket;
import dev.parley.client.socket.ClosedSocket;
import dev.parley.gateway.services.OwnPort;
import dev.parley.gateway.services.TestingAuth;
import dev.parley.gateway.services.TestingHistory;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.protocol.redis.SessionsRevoked;
import dev.parley.testing.RealServers;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One gateway with a real Redis; what it needs of the other services is answered from memory. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(OwnPort.class)
class ChatSocketIT {

  private static final Duration LONG = Duration.ofHours(1);

  /** Large messages that a sender writes before it reads them: far less than may wait for it. */
  private static final int AT_ONCE = 20;

  @TestHTTPResource("/")
  URI gateway;

  @Inject TestingAuth auth;
  @Inject TestingHistory history;
  @Inject RedisDataSource redis;
  @Inject Vertx vertx;

  private final List<TestingChatClient> clients = new ArrayList<>();

  @AfterEach
  void closeAll() {
    history.setAway(false);
    history.releaseReads();
    history.releaseFeed();
    auth.releaseLookUps();
    clients.forEach(TestingChatClient::drop);
  }

  @Test
  void aBadTokenIsAcceptedAndThenClosed() {
    TestingChatClient client = open(TestingHandshake.to(gateway).token("nonsense"));
    assertEquals(new ClosedSocket(4001, "Invalid or expired session token"), client.closed());
    assertEquals(4001, open(TestingHandshake.to(gateway)).closeCode());
  }

  @Test
  void theFirstFrameIsTheUserListWithOneself() {
    TestingAuth.Login ada = login();
    JsonNode first = first(ada).await("user_list_update");
    assertTrue(first.get("users").toString().contains(ada.user().username()));
    assertEquals(ada.user().username() + " joined the chat", first.get("message").asText());
  }

  @Test
  void aSecondDeviceIsNoSecondJoin() {
    TestingAuth.Login ada = login();
    first(ada).await("user_list_update");
    assertTrue(first(ada).await("user_list_update").get("message").isNull());
  }

  @Test
  void theSecondProtocolBeginsWithWelcomeAndPresence() {
    TestingAuth.Login ada = login();
    TestingChatClient client = second(ada);
    JsonNode welcome = client.await("welcome");
    assertEquals(ada.user().id().value(), welcome.at("/user/id").asLong());
    assertEquals(4_000, welcome.at("/limits/max_content_characters").asInt());
    assertEquals("global", welcome.at("/conversations/0/conversation").asText());
    assertEquals("welcome", client.frames().getFirst().get("type").asText());
    assertTrue(client.await("presence").get("full").toString().contains(ada.user().username()));
  }

  /** Messages, presence and typing wait, however long the client takes. */
  @Test
  void nothingButWelcomeComesBeforeTheClientBegins() {
    TestingAuth.Login ada = login();
    TestingChatClient silent = silent(ada);
    silent.await("welcome");
    TestingAuth.Login bob = login();
    TestingChatClient bobs = first(bob);
    bobs.await("user_list_update");
    bobs.sendText("{\"type\":\"typing\",\"is_typing\":true}");
    bobs.chat("first");
    bobs.awaitChat("first");
    bobs.chat("to you", ada.user().username());
    bobs.await("chat_sent");
    silent.sendText("{\"type\":\"a type of the future\"}");
    assertEquals(1, silent.frames().size(), () -> silent.frames().toString());
    silent.resume(Map.of());
    silent.awaitChat("to you");
    List<String> types =
        silent.frames().stream().map(frame -> frame.get("type").asText()).distinct().toList();
    assertEquals(List.of("welcome", "presence", "resumed", "chat"), types);
  }

  @Test
  void everyConversationIsAnsweredAndOnesOfOthersAreNotFound() {
    TestingAuth.Login ada = login();
    history.post(ada.user(), ada.user(), "note");
    TestingChatClient client = second(ada, Map.of("dm-999998-999999", 0L, "room-7", 0L));
    List<JsonNode> resumed =
        client.awaitAll(TestingChatClient.isOfType("resumed"), 5, Duration.ofSeconds(10));
    Map<String, JsonNode> answers =
        resumed.stream()
            .collect(Collectors.toMap(frame -> frame.get("conversation").asText(), frame -> frame));
    assertEquals("not_found", answers.get("dm-999998-999999").path("code").asText());
    assertEquals("not_found", answers.get("room-7").path("code").asText());
    assertFalse(answers.get("room-7").has("last_seq"));
    assertTrue(answers.get("global").get("complete").asBoolean());
    long id = ada.user().id().value();
    assertEquals(1, answers.get("dm-" + id + "-" + id).get("last_seq").asLong());
    assertEquals(List.of(), client.frames("chat"));
  }

  @Test
  void whoBeginsWithAnythingElseIsClosedWith4010() {
    for (String first :
        List.of(
            "{\"type\":\"chat\",\"content\":\"hi\",\"client_id\":\"c-1\"}",
            "{\"type\":\"ping\"}",
            "no JSON")) {
      TestingChatClient client = silent(login());
      client.await("welcome");
      client.sendText(first);
      assertEquals(4010, client.closeCode());
      assertEquals(1, client.frames().size());
    }
  }

  @Test
  void aSecondResumeIsRefusedAndTheConnectionGoesOn() {
    TestingChatClient client = second(login());
    client.resume(Map.of("global", 0L));
    assertEquals("invalid_format", client.await("error").get("code").asText());
    client.chat("c-1", "still here", null);
    client.await("ack");
  }

  /** G2, G3: what comes meanwhile comes after it, however slow the history service is. */
  @Test
  void whatIsLiveComesAfterWhatWasMissedHoweverSlowHistoryIs() throws Exception {
    TestingAuth.Login ada = login();
    TestingAuth.Login bob = login();
    Event note = history.post(bob.user(), ada.user(), "missed");
    TestingChatClient bobs = first(bob);
    bobs.await("user_list_update");
    history.holdReads();
    TestingChatClient client = second(ada, Map.of(note.conversation().toString(), 0L));
    client.await("presence");
    bobs.chat("live", ada.user().username());
    bobs.await("chat_sent");
    assertEquals(List.of(), client.frames("chat"));
    history.releaseReads();
    client.awaitChat("live");
    assertEquals(
        List.of("missed", "live"),
        client.frames("chat").stream().map(frame -> frame.get("content").asText()).toList());
  }

  /** G3: the same where the gateway itself stands still while the resume arrives. */
  @Test
  void whatIsLiveComesAfterWhatWasMissedHoweverSlowTheEventLoopIs() {
    TestingAuth.Login ada = login();
    Event note = history.post(ada.user(), ada.user(), "missed");
    TestingChatClient client = silent(ada);
    client.await("welcome");
    blockEventLoops(Duration.ofMillis(1_500));
    client.resume(Map.of(note.conversation().toString(), 0L));
    history.post(ada.user(), ada.user(), "live");
    client.awaitChat("live");
    List<Long> places =
        client.frames("chat").stream().map(frame -> frame.get("seq").asLong()).toList();
    assertEquals(List.of(1L, 2L), places.stream().distinct().toList());
  }

  /** From a thread of no event loop, each context is of the next one. */
  private void blockEventLoops(Duration time) {
    for (int loop = 0; loop < 2 * Runtime.getRuntime().availableProcessors(); loop++) {
      vertx.getOrCreateContext().runOnContext(turn -> LockSupport.parkNanos(time.toNanos()));
    }
  }

  @Test
  void aGlobalMessageComesBackToItsSenderToo() {
    TestingAuth.Login ada = login();
    TestingChatClient one = first(ada);
    TestingChatClient other = first(login());
    other.await("user_list_update");
    one.chat("hello everybody");
    JsonNode frame = other.awaitChat("hello everybody");
    assertEquals(frame, one.awaitChat("hello everybody"));
    assertTrue(frame.has("recipient") && frame.get("recipient").isNull());
    assertTrue(frame.get("is_global").asBoolean());
  }

  @Test
  void aPrivateMessageReachesItsTwoUsersOnly() {
    TestingAuth.Login bob = login();
    TestingChatClient ada = first(login());
    TestingChatClient bobs = first(bob);
    TestingChatClient carol = first(login());
    bobs.await("user_list_update");
    ada.chat("just us", bob.user().username());
    assertTrue(ada.await("chat_sent").get("delivered").asBoolean());
    bobs.awaitChat("just us");
    ada.chat("to all");
    carol.awaitChat("to all");
    assertEquals(List.of(), carol.frames("chat_sent"));
    assertFalse(carol.frames("chat").toString().contains("just us"));
  }

  @Test
  void aPrivateMessageToWhoIsAwayIsNotDelivered() {
    TestingAuth.Login bob = login();
    TestingChatClient ada = first(login());
    ada.chat("are you there?", bob.user().username());
    assertFalse(ada.await("chat_sent").get("delivered").asBoolean());
  }

  @Test
  void aNoteToOneselfArrivesBothWays() {
    TestingAuth.Login ada = login();
    TestingChatClient client = first(ada);
    client.chat("note", ada.user().username());
    client.await("chat_sent");
    client.awaitChat("note");
  }

  @Test
  void typingIsToldToOthersOnly() {
    TestingAuth.Login ada = login();
    TestingChatClient typist = first(ada);
    TestingChatClient other = first(login());
    other.await("user_list_update");
    typist.sendText("{\"type\":\"typing\",\"is_typing\":true}");
    assertEquals(ada.user().username(), other.await("typing").get("username").asText());
    typist.chat("done");
    typist.awaitChat("done");
    assertEquals(List.of(), typist.frames("typing"));
  }

  @Test
  void anAckTellsTheSamePlaceAgainForTheSameClientId() {
    TestingChatClient ada = second(login());
    ada.chat("c-1", "once", null);
    JsonNode first = ada.await("ack");
    ada.chat("c-1", "once", null);
    JsonNode second = ada.await("ack");
    assertFalse(first.get("duplicate").asBoolean());
    assertTrue(second.get("duplicate").asBoolean());
    assertEquals(first.get("seq"), second.get("seq"));
    assertEquals(1, ada.frames("chat").size());
  }

  @Test
  void everyBadFrameIsAnsweredAndTheSocketLives() {
    TestingChatClient client = first(login());
    for (String bad : List.of("hello", "[]", "{\"content\":5}", "{\"content\":\"  \"}")) {
      client.sendText(bad);
      assertFalse(client.await("error").get("message").asText().isEmpty());
    }
    client.sendBinary((byte) 1);
    assertEquals("invalid_format", client.await("error").get("code").asText());
    client.chat("a".repeat(4_001));
    assertEquals("content_too_long", client.await("error").get("code").asText());
    client.chat("hi", "nobody-there");
    assertEquals("User nobody-there not found", client.await("error").get("message").asText());
    client.chat("still here");
    client.awaitChat("still here");
  }

  @Test
  void tooBigAMessageIsClosedWith1009() {
    TestingChatClient client = first(login());
    client.sendText("{\"content\":\"" + "a".repeat(70_000) + "\"}");
    assertEquals(1009, client.closeCode());
  }

  @Test
  void whatCameAheadOfItsTurnIsHeldAndWhatIsLostIsFetched() {
    TestingAuth.Login ada = login();
    TestingChatClient client = first(ada);
    client.await("user_list_update");
    history.post(ada.user(), (User) null, "lost");
    client.chat("later");
    client.awaitChat("later");
    List<String> contents =
        client.frames("chat").stream().map(frame -> frame.get("content").asText()).toList();
    assertEquals(List.of("lost", "later"), contents);
  }

  /** G2: the relay lost it and nothing follows; the feed tells of it. */
  @Test
  void whatIsLostAndFollowedByNothingIsFetchedToo() {
    TestingAuth.Login ada = login();
    TestingAuth.Login bob = login();
    TestingChatClient client = first(ada);
    client.await("user_list_update");
    history.post(ada.user(), (User) null, "the last");
    client.awaitChat("the last");
    history.post(bob.user(), ada.user(), "the first");
    client.awaitChat("the first");
  }

  /** G2: a first message that the relay lost, told by an answer that was lost as well. */
  @Test
  void aLostAnswerOfTheFeedIsGivenAgain() {
    TestingAuth.Login ada = login();
    TestingChatClient client = second(ada);
    client.await("resumed");
    history.loseFeedAnswers(3);
    history.post(login().user(), ada.user(), "first");
    client.awaitChat("first");
  }

  /** G2: it was told while the history service was away for whoever reads messages. */
  @Test
  void aRepairThatFailsIsTriedAgain() {
    TestingAuth.Login ada = login();
    TestingChatClient client = second(ada);
    client.await("resumed");
    history.failReads(5);
    history.post(login().user(), ada.user(), "first");
    client.awaitChat("first");
  }

  /** G2: it was committed and told between the registration of a connection and its greeting. */
  @Test
  void aFirstMessageBetweenConnectingAndGreetingComes() {
    for (int i = 0; i < 20; i++) {
      TestingAuth.Login ada = login();
      TestingChatClient client = silent(ada);
      history.post(login().user(), ada.user(), "first");
      client.resume(Map.of());
      JsonNode resumed =
          client.await(
              frame -> frame.path("conversation").asText().startsWith("dm-"),
              "the message or the word that it is there");
      assertEquals(1, resumed.path("last_seq").asLong(resumed.path("seq").asLong()));
      client.drop();
    }
  }

  /**
   * G2: the relay and the feed know nothing of a first message yet, and another device is greeted
   * with it. That must not be taken for the place where everybody here begins.
   */
  @Test
  void aDeviceThatIsGreetedWithAFirstMessageDoesNotHideItFromTheOthers() {
    TestingAuth.Login ada = login();
    TestingChatClient phone = second(ada);
    TestingChatClient old = first(ada);
    phone.await("resumed");
    old.await("user_list_update");
    history.holdFeed();
    Event message = history.post(login().user(), ada.user(), "hi");
    TestingChatClient laptop = second(ada);
    JsonNode greeted =
        laptop.await(
            frame ->
                frame.path("type").asText().equals("resumed")
                    && frame
                        .path("conversation")
                        .asText()
                        .equals(message.conversation().toString()),
            "the conversation");
    assertEquals(1, greeted.get("last_seq").asLong());
    history.releaseFeed();
    phone.awaitChat("hi");
    old.awaitChat("hi");
  }

  @Test
  void aSenderIsToldWhenHistoryIsAway() {
    TestingChatClient client = first(login());
    client.await("user_list_update");
    history.setAway(true);
    client.chat("c-9", "hello?", null);
    JsonNode error = client.await("error");
    assertEquals("Failed to save message", error.get("message").asText());
    assertEquals("c-9", error.get("client_id").asText());
    assertTrue(error.get("retry_after_ms").asLong() > 0);
    history.setAway(false);
    client.chat("c-9", "hello?", null);
    client.awaitChat("hello?");
  }

  /** G4: each message has its own five seconds, whatever the one before it waits for. */
  @Test
  void aMessageDoesNotWaitForTheRecipientOfTheOneBefore() {
    TestingAuth.Login bob = login();
    TestingChatClient client = second(login());
    client.await("welcome");
    auth.holdLookUps();
    client.chat("c-1", "hello Bob", bob.user().username());
    client.chat("c-2", "hello Bob again", bob.user().username());
    client.chat("c-3", "hello all", null);
    assertEquals("c-3", client.await("ack").get("client_id").asText());
    auth.releaseLookUps();
    List<String> stored =
        client.awaitAll(TestingChatClient.isOfType("ack"), 3, Duration.ofSeconds(15)).stream()
            .map(ack -> ack.get("client_id").asText())
            .toList();
    assertEquals(List.of("c-3", "c-1", "c-2"), stored);
  }

  @Test
  void aClientThatComesWhileHistoryIsAwayIsToldToComeAgain() {
    history.setAway(true);
    assertEquals(1013, first(login()).closeCode());
  }

  @Test
  void resumingBringsWhatIsMissing() {
    TestingAuth.Login ada = login();
    List<Long> seqs = storeThree(ada);
    TestingChatClient client = second(ada, Map.of("global", seqs.getFirst() - 1));
    JsonNode resumed = client.await("resumed");
    assertTrue(resumed.get("complete").asBoolean());
    assertEquals(seqs.getLast(), resumed.get("last_seq").asLong());
    assertEquals(seqs, seqs(client));
  }

  private List<Long> storeThree(TestingAuth.Login sender) {
    return IntStream.range(0, 3)
        .mapToObj(i -> history.post(sender.user(), (User) null, "m" + i).seq().value())
        .toList();
  }

  private static List<Long> seqs(TestingChatClient client) {
    return client.frames("chat").stream().map(frame -> frame.get("seq").asLong()).toList();
  }

  /** G2: over its connections a client gets every message once and in order. */
  @Test
  void whatWasMissedComesBeforeWhatIsSentMeanwhileAndEachOnce() throws Exception {
    TestingAuth.Login ada = login();
    TestingChatClient sender = first(login());
    sender.await("user_list_update");
    long before = storeThree(ada).getFirst() - 1;
    Thread sending =
        Thread.ofVirtual().start(() -> IntStream.range(0, 300).forEach(i -> sender.chat("s" + i)));
    for (int i = 0; i < 20; i++) {
      TestingChatClient client = second(ada, Map.of("global", before));
      client.await("resumed");
      client.chat("c-" + i, "done", null);
      client.awaitChat("done");
      assertDenseAfter(before, seqs(client));
      client.drop();
    }
    sending.join();
  }

  private static void assertDenseAfter(long before, List<Long> seqs) {
    assertEquals(LongStream.rangeClosed(before + 1, before + seqs.size()).boxed().toList(), seqs);
  }

  @Test
  void manyWhoResumeAreServedFromMemory() {
    TestingAuth.Login ada = login();
    TestingChatClient watcher = first(ada);
    watcher.await("user_list_update");
    long before = storeThree(ada).getFirst() - 1;
    watcher.awaitChat("m2");
    int reads = history.reads();
    List<TestingChatClient> returning =
        IntStream.range(0, 19).mapToObj(i -> second(ada, Map.of("global", before))).toList();
    returning.forEach(client -> client.await("resumed"));
    returning.forEach(client -> assertDenseAfter(before, seqs(client)));
    assertEquals(reads, history.reads());
  }

  @Test
  void whoIsTooFarBehindIsToldToPage() {
    TestingAuth.Login ada = login();
    Event message = history.post(ada.user(), ada.user(), "note");
    IntStream.range(1, 2_100).forEach(i -> history.post(ada.user(), ada.user(), "note"));
    TestingChatClient client = second(ada, Map.of(message.conversation().toString(), 10L));
    JsonNode resumed =
        client.await(
            frame ->
                frame.path("type").asText().equals("resumed")
                    && frame
                        .path("conversation")
                        .asText()
                        .equals(message.conversation().toString()),
            "the end of the notes");
    assertFalse(resumed.get("complete").asBoolean());
    assertEquals(2_010, resumed.get("last_seq").asLong());
    assertEquals(2_000, client.frames("chat").size());
  }

  @Test
  void anEndedSessionClosesItsSocketsAndNoOthers() {
    TestingAuth.Login ada = login();
    TestingChatClient ended = first(ada);
    TestingAuth.Login other = auth.login(ada.user().username(), LONG);
    TestingChatClient kept = first(other);
    kept.await("user_list_update");
    redis
        .pubsub(SessionsRevoked.class)
        .publish(
            RedisNames.SESSIONS_REVOKED, new SessionsRevoked(List.of(ada.session().sessionId())));
    assertEquals(4001, ended.closeCode());
    kept.chat("still here");
    kept.awaitChat("still here");
  }

  @Test
  void anExpiredSessionIsClosed() {
    TestingAuth.Login ada = auth.login(name(), Duration.ofSeconds(2));
    assertEquals(4001, first(ada).closeCode());
  }

  @Test
  void oneSocketTooManyIsRefused() {
    TestingAuth.Login ada = login();
    for (int i = 0; i < 20; i++) {
      first(ada).await("user_list_update");
    }
    assertEquals(4011, first(ada).closeCode());
  }

  @Test
  void aCookieCountsOnlyForOurOwnPage() {
    TestingAuth.Login ada = login();
    TestingHandshake cookie = TestingHandshake.to(gateway).secondProtocol().cookie(ada.token());
    assertEquals(1008, open(cookie).closeCode());
    assertEquals(1008, open(cookie.origin("https://evil.example")).closeCode());
    open(cookie.origin("http://" + gateway.getAuthority())).await("welcome");
  }

  @Test
  void whoDoesNotReadIsClosedWith4008AndTheOthersDoNotWait() {
    try (RawSocket sleeper = RawSocket.open(gateway, login().token())) {
      TestingChatClient reader = first(login());
      reader.await("user_list_update");
      String bulk = "\u20ac".repeat(MessageContent.MAX_CHARACTERS);
      for (int i = 0; i < 4; i++) {
        TestingChatClient sender = first(login());
        for (int j = 1; j <= 400; j++) {
          sender.chat(bulk);
          if (j % AT_ONCE == 0) {
            sender.awaitAll(TestingChatClient.isOfType("chat"), j, Duration.ofSeconds(60));
          }
        }
      }
      reader.awaitAll(TestingChatClient.isOfType("chat"), 1_600, Duration.ofSeconds(60));
      assertEquals(4008, sleeper.closed().code());
    }
  }

  @Test
  void whoSendsTooFastIsWarnedAndThenClosed() {
    TestingChatClient client = first(login());
    IntStream.range(0, 5_000)
        .takeWhile(i -> client.frames("error").isEmpty())
        .forEach(i -> client.chat("again " + i));
    JsonNode warning = client.await("error");
    assertEquals("too_many_requests", warning.get("code").asText());
    assertTrue(warning.get("retry_after_ms").asLong() > 0);
    sendUntilRefused(client);
    assertEquals(4009, client.closeCode());
  }

  @Test
  void whoLeavesIsMissedAfterTheGrace() {
    TestingAuth.Login bob = login();
    TestingChatClient ada = first(login());
    TestingChatClient bobs = first(bob);
    bobs.await("user_list_update");
    bobs.close();
    JsonNode left =
        ada.await(
            frame ->
                frame.path("message").asText().equals(bob.user().username() + " left the chat"),
            "bob's departure");
    assertFalse(left.get("users").toString().contains(bob.user().username()));
  }

  /** The socket may close before the last of them is written. */
  private static void sendUntilRefused(TestingChatClient client) {
    try {
      IntStream.range(0, 5_000).forEach(i -> client.chat("still " + i));
    } catch (CompletionException closed) {
      client.closed();
    }
  }

  private TestingAuth.Login login() {
    return auth.login(name(), LONG);
  }

  private static String name() {
    return "user-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private TestingChatClient first(TestingAuth.Login login) {
    return open(TestingHandshake.to(gateway).token(login.token()));
  }

  private TestingChatClient second(TestingAuth.Login login) {
    return second(login, Map.of());
  }

  private TestingChatClient second(TestingAuth.Login login, Map<String, Long> cursors) {
    TestingChatClient client = silent(login);
    client.resume(cursors);
    return client;
  }

  /** One that does not begin. */
  private TestingChatClient silent(TestingAuth.Login login) {
    return open(TestingHandshake.to(gateway).secondProtocol().bearer(login.token()));
  }

  private TestingChatClient open(TestingHandshake handshake) {
    TestingChatClient client = handshake.open();
    clients.add(client);
    return client;
  }
}
