package dev.parley.history.readmarks;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.redis.ReadMarkMoved;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.testing.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.pubsub.PubSubCommands.RedisSubscriber;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
class ReadMarksTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;
  @Inject RedisDataSource redis;

  private TestingUser ada;
  private TestingUser bob;

  @BeforeEach
  void fiveMessages() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
    gateway.append(ada.to(bob, "1"), ada.to(bob, "2"), ada.to(bob, "3"), ada.to(bob, "4"));
  }

  @Test
  void aMarkMovesForwardsOnlyAndNotPastTheLastMessage() {
    move(bob, 2).body("read_seq", equalTo(2));
    move(bob, 1).body("read_seq", equalTo(2));
    move(bob, 0).body("read_seq", equalTo(2));
    move(bob, 9_007_199_254_740_991L).body("read_seq", equalTo(4));
    bob.get("/conversations").body("conversations[0].read_seq", equalTo(4));
    ada.get("/conversations").body("conversations[0].read_seq", equalTo(0));
  }

  @Test
  void whatItsOwnerMarksAsUnreadMovesItBack() {
    move(bob, 4).body("read_seq", equalTo(4));
    assertEquals(2, moveBack(2));
    assertEquals(2, gateway.entryOf(bob, ada.with(bob)).unread());
    assertEquals(0, moveBack(0));
    assertEquals(4, moveBack(9));
    assertEquals(0, gateway.entryOf(bob, ada.with(bob)).unread());
  }

  private int moveBack(long seq) {
    return gateway
        .put(
            "/internal/conversations/" + ada.with(bob) + "/read",
            "{\"user_id\":" + bob.user().id() + ",\"seq\":" + seq + ",\"back\":true}")
        .then()
        .statusCode(200)
        .extract()
        .path("read_seq");
  }

  @Test
  void inTheGlobalConversationItAppearsWithTheFirstMove() {
    gateway.append(ada.toAll("hi"));
    long last = gateway.entryOf(bob, ConversationId.GLOBAL).lastSeq().value();
    bob.put("/conversations/global/read", "{\"seq\":0}").body("read_seq", equalTo(0));
    bob.put("/conversations/global/read", "{\"seq\":1000000}")
        .statusCode(200)
        .body("read_seq", equalTo((int) last));
  }

  @Test
  void aConversationThatNobodyBeganHasNothingToRead() {
    TestingUser cyd = accounts.open("cyd");
    bob.put("/conversations/" + bob.with(cyd) + "/read", "{\"seq\":7}")
        .statusCode(200)
        .body("read_seq", equalTo(0));
  }

  @Test
  void everyMoveIsToldOnceToTheGateways() throws Exception {
    BlockingQueue<ReadMarkMoved> news = new LinkedBlockingQueue<>();
    RedisSubscriber subscription =
        redis.pubsub(ReadMarkMoved.class).subscribe(RedisNames.READ_MARKS, news::add);
    try {
      move(bob, 2);
      move(bob, 1);
      gateway.put(
          "/internal/conversations/" + ada.with(bob) + "/read",
          "{\"user_id\":%s,\"seq\":3,\"connection\":\"g1-42\"}".formatted(bob.user().id()));
      assertEquals(List.of(moved(2, null), moved(3, "g1-42")), List.of(next(news), next(news)));
    } finally {
      subscription.unsubscribe();
    }
  }

  private ReadMarkMoved moved(long seq, String connection) {
    return new ReadMarkMoved(bob.user().id(), ada.with(bob), new Sequence(seq), connection);
  }

  private static ReadMarkMoved next(BlockingQueue<ReadMarkMoved> news) throws InterruptedException {
    return news.poll(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | 422
          {"seq":"1"} | 422
          {"seq":1.5} | 422
          {"seq":null} | 422
          {"seq":99999999999999999999} | 422
          [] | 422
          x | 422
          {"seq":-1} | 400
          {"seq":9007199254740992} | 400
          """)
  void aMalformedMoveIsRefused(String body, int status) {
    bob.put("/conversations/" + ada.with(bob) + "/read", body).statusCode(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x | 400
          {"seq":1} | 400
          {"user_id":1} | 400
          {"user_id":0,"seq":1} | 400
          {"user_id":999999,"seq":1} | 404
          """)
  void aMalformedMoveByAGatewayIsRefused(String body, int status) {
    gateway
        .put("/internal/conversations/" + ada.with(bob) + "/read", body)
        .then()
        .statusCode(status);
  }

  @Test
  void anOutsiderMovesNothing() {
    TestingUser eve = accounts.open("eve");
    move(eve, 1).statusCode(404).body("code", equalTo("not_found"));
    given().put("/conversations/global/read").then().statusCode(401);
  }

  @Test
  void aBodyOfMoreThan64KibIsTooLarge() {
    bob.put("/conversations/global/read", "{\"seq\":1,\"x\":\"" + "x".repeat(65_536) + "\"}")
        .statusCode(413)
        .body("code", equalTo("body_too_large"));
  }

  @Test
  void norDoesItPassWithoutSayingItsLength() throws Exception {
    byte[] body = ("{\"seq\":1,\"x\":\"" + "x".repeat(200_000) + "\"}").getBytes(UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/conversations/global/read"))
            .header("Authorization", "Bearer " + bob.token())
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
      assertEquals(413, http.send(request, BodyHandlers.ofString()).statusCode());
    }
  }

  private ValidatableResponse move(TestingUser user, long seq) {
    return user.put("/conversations/" + ada.with(bob) + "/read", "{\"seq\":" + seq + "}");
  }
}
