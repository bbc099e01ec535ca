package dev.parley.history.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.AppendMessages.Receipt;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G2: a gateway that was told of nothing learns of every message. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FeedTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;
  @Inject SharedFeed feed;

  private TestingUser ada;
  private TestingUser bob;

  @BeforeEach
  void twoUsersOnEmptyData() {
    gateway.resetEverything();
    ada = accounts.open("ada");
    bob = accounts.open("bob");
  }

  @Test
  void whoeverAsksForTheFirstTimeIsToldWhatIsInReach() {
    assertEquals(List.of(), gateway.feed(null).ranges());
    gateway.append(ada.toAll("one"), ada.toAll("two"), ada.to(bob, "three"));
    ReadFeed.Answer answer = gateway.feed(null);
    assertTrue(answer.complete());
    assertEquals(
        Set.of(range(ConversationId.GLOBAL, 1, 2), range(ada.with(bob), 1, 1)),
        Set.copyOf(answer.ranges()));
  }

  @Test
  void onlyWhatCameAtThatTimeOrLaterIsTold() {
    gateway.append(ada.toAll("one"));
    Receipt second = gateway.append(ada.toAll("two")).getFirst();
    gateway.append(ada.toAll("three"));
    assertEquals(
        List.of(range(ConversationId.GLOBAL, 2, 3)), gateway.feed(second.timestamp()).ranges());
  }

  @Test
  void whoeverGoesOnWhereTheLastAnswerEndedMissesNothing() {
    Instant until = gateway.feed(null).until();
    for (int i = 1; i <= 20; i++) {
      gateway.append(ada.toAll("message " + i));
      ReadFeed.Answer answer = gateway.feed(until);
      assertEquals(i, answer.ranges().getFirst().to().value());
      until = answer.until();
    }
  }

  @Test
  void aTimeOutOfReachIsAnsweredAsIncomplete() {
    gateway.append(ada.toAll("one"));
    Instant now = gateway.feed(null).until();
    assertFalse(gateway.feed(now.minus(ReadFeed.REACH).minusSeconds(1)).complete());
    assertTrue(gateway.feed(now.minus(ReadFeed.MARGIN)).complete());
    gateway.get("/internal/feed?since=yesterday").then().statusCode(400);
  }

  @Test
  void thoseWhoAskMeanwhileShareOneLookThatGoesBackForAllOfThem() throws Exception {
    Receipt first = gateway.append(ada.toAll("one")).getFirst();
    Receipt second = gateway.append(ada.toAll("two")).getFirst();
    List<CompletableFuture<ReadFeed.Answer>> answers =
        IntStream.range(0, 200)
            .mapToObj(i -> feed.since(Optional.of((i % 2 == 0 ? first : second).timestamp())))
            .toList();
    for (CompletableFuture<ReadFeed.Answer> answer : answers) {
      assertEquals(2, answer.get().ranges().getFirst().to().value());
    }
    long looks = answers.stream().map(CompletableFuture::join).distinct().count();
    assertTrue(looks <= 100, looks + " looks for 200 who asked");
  }

  private static ReadFeed.Stretch range(ConversationId conversation, long from, long to) {
    return new ReadFeed.Stretch(conversation, new Sequence(from), new Sequence(to));
  }
}
