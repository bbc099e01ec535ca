package dev.parley.history.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G2: a gateway that was told of nothing learns of every message. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FeedTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;
  @Inject PostgresFeed postgres;
  @Inject SharedFeed feed;
  @Inject DataSource dataSource;

  private TestingUser ada;
  private TestingUser bob;

  @BeforeEach
  void twoUsersOnEmptyData() {
    gateway.resetEverything();
    ada = accounts.open("ada");
    bob = accounts.open("bob");
  }

  @Test
  void anAnswerWithoutACursorBeginsNow() {
    gateway.append(ada.toAll("one"));
    ReadFeed.Answer answer = gateway.feed(null);
    assertFalse(answer.continuous());
    assertEquals(List.of(), answer.ranges());
  }

  @Test
  void whoeverGoesOnWhereTheLastAnswerEndedIsToldEachMessageOnce() {
    String cursor = gateway.feed(null).cursor();
    for (int i = 1; i <= 20; i++) {
      gateway.append(ada.toAll("message " + i), ada.to(bob, "and " + i));
      ReadFeed.Answer answer = gateway.feed(cursor);
      assertTrue(answer.continuous() && answer.complete());
      assertEquals(
          Set.of(range(ConversationId.GLOBAL, i, i), range(ada.with(bob), i, i)),
          Set.copyOf(answer.ranges()));
      cursor = answer.cursor();
    }
    assertEquals(List.of(), gateway.feed(cursor).ranges());
  }

  @Test
  void whatIsNoMessageIsToldAsWell() {
    gateway.append(ada.to(bob, "hi"));
    String cursor = gateway.feed(null).cursor();
    ConversationId direct = ada.with(bob);
    gateway.append(
        bob.does(direct, new Act.React(new Sequence(1), new Emoji("👍"), true)),
        ada.to(bob, "next"),
        ada.does(direct, new Act.Delete(new Sequence(1))));
    ReadFeed.Answer answer = gateway.feed(cursor);
    assertEquals(List.of(range(direct, 2, 4)), answer.ranges());
    assertEquals(List.of(), gateway.feed(answer.cursor()).ranges());
  }

  /** The commit of a first message is seen late: by then every clock has gone on. */
  @Test
  void aMessageIsToldHoweverLateItsCommitIsSeen() throws Exception {
    String cursor = gateway.feed(null).cursor();
    try (OpenTransaction late = OpenTransaction.storing("dm-1-2", dataSource)) {
      for (int i = 1; i <= 5; i++) {
        gateway.append(ada.toAll("meanwhile " + i));
        ReadFeed.Answer answer = gateway.feed(cursor);
        assertEquals(List.of(range(ConversationId.GLOBAL, i, i)), answer.ranges());
        cursor = answer.cursor();
      }
      late.commit();
    }
    ReadFeed.Answer answer = gateway.feed(cursor);
    assertEquals(List.of(range(ConversationId.parse("dm-1-2"), 1, 1)), answer.ranges());
    assertEquals(List.of(), gateway.feed(answer.cursor()).ranges());
  }

  @Test
  void aTransactionThatIsRolledBackIsForgotten() throws Exception {
    String cursor;
    try (OpenTransaction never = OpenTransaction.storing("dm-1-2", dataSource)) {
      gateway.append(ada.toAll("one"));
      cursor = gateway.feed(null).cursor();
      assertTrue(cursor.contains(":"), cursor);
      never.rollBack();
    }
    ReadFeed.Answer answer = gateway.feed(cursor);
    assertEquals(List.of(), answer.ranges());
    assertFalse(answer.cursor().contains(":"), answer.cursor());
  }

  /** Any interleaving of commits, roll-backs and looks: every stored message, none twice. */
  @Test
  void anyInterleavingTellsWhatWasCommittedOnce() throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      interleave(new Random(seed), "seed " + seed);
    }
  }

  private void interleave(Random random, String run) throws SQLException {
    FeedCursor cursor = FeedCursor.parse(gateway.feed(null).cursor());
    List<OpenTransaction> open = new ArrayList<>();
    Set<ConversationId> committed = new HashSet<>();
    List<ConversationId> told = new ArrayList<>();
    for (int step = 0; step < 40 || !open.isEmpty(); step++) {
      int choice = random.nextInt(4);
      if (choice == 0 && step < 40 && open.size() < 6) {
        open.add(OpenTransaction.storing("dm-1-" + (1 + random.nextInt(1 << 30)), dataSource));
      } else if (choice <= 2 && !open.isEmpty()) {
        OpenTransaction ending = open.remove(random.nextInt(open.size()));
        if (choice == 1) {
          ending.commit();
          committed.add(ending.conversation());
        }
        ending.close();
      } else {
        cursor = follow(cursor, told, 1);
      }
    }
    for (int i = 0; i < 40; i++) {
      cursor = follow(cursor, told, 2);
    }
    assertEquals(committed, Set.copyOf(told), run);
    assertEquals(committed.size(), told.size(), run + ": told twice");
  }

  private FeedCursor follow(FeedCursor cursor, List<ConversationId> told, int maxMessages)
      throws SQLException {
    ReadFeed.Answer answer = postgres.read(Optional.of(cursor), maxMessages);
    answer.ranges().stream().map(ReadFeed.Range::conversation).forEach(told::add);
    return FeedCursor.parse(answer.cursor());
  }

  @Test
  void moreThanAPageIsToldPageByPage() throws Exception {
    FeedCursor cursor = FeedCursor.parse(gateway.feed(null).cursor());
    IntStream.range(0, 7).forEach(i -> gateway.append(ada.toAll("message " + i)));
    List<Long> ends = new ArrayList<>();
    boolean complete = false;
    while (!complete) {
      ReadFeed.Answer page = postgres.read(Optional.of(cursor), 3);
      page.ranges().forEach(range -> ends.add(range.to().value()));
      cursor = FeedCursor.parse(page.cursor());
      complete = page.complete();
    }
    assertEquals(List.of(3L, 6L, 7L), ends);
  }

  @Test
  void whatOneTransactionStoredIsToldTogether() throws Exception {
    FeedCursor cursor = FeedCursor.parse(gateway.feed(null).cursor());
    gateway.append(Stream.generate(() -> ada.toAll("x")).limit(10).toList());
    ReadFeed.Answer page = postgres.read(Optional.of(cursor), 3);
    assertEquals(List.of(range(ConversationId.GLOBAL, 1, 10)), page.ranges());
    assertFalse(page.complete());
  }

  @Test
  void aCursorOfAnotherDatabaseBeginsAnew() {
    ReadFeed.Answer answer = gateway.feed("900000000000000000:800");
    assertFalse(answer.continuous());
    assertEquals(List.of(), answer.ranges());
    gateway.append(ada.toAll("one"));
    assertEquals(1, gateway.feed(answer.cursor()).ranges().size());
  }

  @Test
  void whatIsNoCursorIsRefused() {
    for (String wrong : List.of("yesterday", "-1", "812:", "812:800,", "9999999999999999999")) {
      gateway.get("/internal/feed?after=" + wrong).then().statusCode(400);
    }
  }

  /** A dump brings transaction ids of the database that it was made of. */
  @Test
  void idsOfAnotherDatabaseAreNotTold() throws Exception {
    String cursor = gateway.feed(null).cursor();
    try (OpenTransaction loaded = OpenTransaction.storing("dm-1-2", dataSource)) {
      loaded.execute("UPDATE history.messages SET committed_in = '900000000000000000'");
      loaded.commit();
    }
    assertEquals(List.of(), gateway.feed(cursor).ranges());
  }

  @Test
  void thoseWhoAskMeanwhileShareOneLookThatBeginsAtTheOldestCursor() throws Exception {
    FeedCursor before = FeedCursor.parse(gateway.feed(null).cursor());
    gateway.append(ada.toAll("one"));
    FeedCursor between = FeedCursor.parse(gateway.feed(null).cursor());
    gateway.append(ada.toAll("two"));
    List<CompletableFuture<ReadFeed.Answer>> answers =
        IntStream.range(0, 200)
            .mapToObj(i -> feed.after(Optional.of(i % 2 == 0 ? before : between)))
            .toList();
    for (CompletableFuture<ReadFeed.Answer> answer : answers) {
      assertEquals(2, answer.get().ranges().getFirst().to().value());
    }
    long looks = answers.stream().map(CompletableFuture::join).distinct().count();
    assertTrue(looks <= 100, looks + " looks for 200 who asked");
  }

  private static ReadFeed.Range range(ConversationId conversation, long from, long to) {
    return new ReadFeed.Range(conversation, new Sequence(from), new Sequence(to));
  }
}
