package dev.parley.history.append;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.Frames;
import dev.parley.history.Receipts;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.testing.RealServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two writers on one database stand for two replicas of the service. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class GroupCommitTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;

  @Inject Decisions decisions;

  @DataSource("appends")
  @Inject
  javax.sql.DataSource dataSource;

  private final List<GroupCommit> writers = new ArrayList<>();
  private TestingUser ada;
  private TestingUser bob;

  @BeforeEach
  void twoUsers() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
  }

  @AfterEach
  void closeWriters() {
    writers.forEach(GroupCommit::close);
  }

  private GroupCommit writer(AppendConfig limits) {
    GroupCommit writer = new GroupCommit(dataSource, decisions, limits, new SimpleMeterRegistry());
    writer.start();
    writers.add(writer);
    return writer;
  }

  private GroupCommit writer() {
    return writer(TestingLimits.GENEROUS);
  }

  @Test
  void placesAreDenseUnderConcurrentBatchesFromTwoReplicas() throws Exception {
    List<GroupCommit> replicas = List.of(writer(), writer());
    ConversationId conversation = ada.with(bob);
    List<Receipt> receipts = new ArrayList<>();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Receipt>>> futures =
          IntStream.range(0, 40)
              .mapToObj(i -> senders.submit(() -> sendTwentyBatches(replicas.get(i % 2))))
              .toList();
      for (Future<List<Receipt>> future : futures) {
        receipts.addAll(future.get());
      }
    }
    assertEquals(
        LongStream.rangeClosed(1, 2_400).boxed().toList(),
        receipts.stream().map(receipt -> Receipts.seq(receipt).value()).sorted().toList());
    assertInOrderOfTime(conversation, 2_400);
  }

  /** Each batch holds its places in its order; each sender's batches follow one another. */
  private List<Receipt> sendTwentyBatches(GroupCommit replica) {
    List<Receipt> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.addAll(receiptsOf(replica, ada.to(bob, "1"), bob.to(ada, "2"), ada.to(bob, "3")));
    }
    for (int i = 1; i < all.size(); i++) {
      assertTrue(Receipts.seq(all.get(i)).isAfter(Receipts.seq(all.get(i - 1))));
    }
    return all;
  }

  private void assertInOrderOfTime(ConversationId conversation, int messages) {
    Event last = null;
    for (int from = 1; from <= messages; from += 500) {
      for (Event next : gateway.read(conversation, from, messages)) {
        assertTrue(last == null || !next.timestamp().isBefore(last.timestamp()));
        last = next;
      }
    }
    assertEquals(new Sequence(messages), last.seq());
  }

  @Test
  void twoReplicasThatRaceForOneClientIdStoreItOnce() {
    GroupCommit one = writer();
    GroupCommit other = writer();
    for (int round = 0; round < 50; round++) {
      Command toBob = ada.to(bob, "hi", "race-" + round);
      Command toAll = ada.to(ada, "hi", "race-" + round);
      CompletableFuture<List<Receipt>> first = append(one, toBob, ada.to(bob, "extra"));
      CompletableFuture<List<Receipt>> second = append(other, toAll, ada.to(ada, "extra"));
      assertOneWon(first.join().getFirst(), second.join().getFirst());
    }
    assertDense(ada.with(bob));
    assertDense(ada.with(ada));
  }

  private static void assertOneWon(Receipt one, Receipt other) {
    if (one instanceof Receipt.Duplicate) {
      assertEquals(Receipts.duplicateOf(other), one);
    } else {
      assertEquals(Receipts.duplicateOf(one), other);
    }
  }

  @Test
  void replicasThatCreateTheSameConversationsInOppositeOrdersDoNotHinderEachOther() {
    GroupCommit one = writer();
    GroupCommit other = writer();
    for (int round = 0; round < 30; round++) {
      List<TestingUser> users = List.of(accounts.open("a"), accounts.open("b"));
      Command first = users.get(0).to(ada, "first");
      Command second = users.get(1).to(ada, "second");
      CompletableFuture<List<Receipt>> forwards = append(one, first, second);
      CompletableFuture<List<Receipt>> backwards = append(other, second, first);
      assertEquals(4, forwards.join().size() + backwards.join().size());
      assertDense(users.get(0).with(ada));
      assertDense(users.get(1).with(ada));
    }
  }

  @Test
  void aResetByAnotherReplicaDoesNotConfuseAWriterThatKnewTheConversation() {
    GroupCommit writer = writer();
    receiptsOf(writer, ada.to(bob, "before"));
    gateway.resetEverything();
    assertEquals(
        new Sequence(1), Receipts.seq(receiptsOf(writer, ada.to(bob, "after")).getFirst()));
    assertEquals(3, gateway.conversationsOf(ada).size());
  }

  @Test
  void aFullQueueRefusesAtOnceAndTakesMoreOnceItHasRoom() throws Exception {
    GroupCommit writer = writer(new TestingLimits(5, Duration.ofSeconds(30), 1_000, 1_000_000));
    receiptsOf(writer, ada.to(bob, "creates the conversation"));
    CompletableFuture<List<Receipt>> held;
    CompletableFuture<List<Receipt>> waiting;
    try (Connection lock = lockedConversations()) {
      held = append(writer, ada.to(bob, "held"));
      waiting = fillQueue(writer);
      assertUnavailable(append(writer, ada.to(bob, "too much")));
      lock.rollback();
    }
    assertEquals(1, held.join().size());
    assertFalse(waiting.join().isEmpty());
    receiptsOf(writer, ada.to(bob, "room again"));
  }

  /** The writer may still be about to take the first request; until it has, five do not fit. */
  private CompletableFuture<List<Receipt>> fillQueue(GroupCommit writer) {
    Command message = ada.to(bob, "waits");
    while (true) {
      CompletableFuture<List<Receipt>> five =
          append(writer, message, message, message, message, message);
      if (!five.isCompletedExceptionally()) {
        return five;
      }
      LockSupport.parkNanos(100_000);
    }
  }

  @Test
  void aRequestThatWaitsTooLongIsRefusedAndNotStored() throws Exception {
    GroupCommit writer =
        writer(new TestingLimits(10_000, Duration.ofMillis(500), 1_000, 1_000_000));
    receiptsOf(writer, ada.to(bob, "creates the conversation"));
    try (Connection lock = lockedConversations()) {
      append(writer, ada.to(bob, "held")).exceptionally(failure -> List.of()).join();
      assertUnavailable(append(writer, ada.to(bob, "too late")));
      lock.rollback();
    }
    receiptsOf(writer(), ada.to(bob, "another replica's"));
    assertTrue(
        Frames.contents(gateway.read(ada.with(bob), 1, 500)).stream()
            .noneMatch("too late"::equals));
  }

  @Test
  void aMessageThatPostgresRefusesFailsAlone() throws Exception {
    GroupCommit writer = writer();
    receiptsOf(writer, ada.to(bob, "creates the conversation"));
    constrain("ADD CONSTRAINT no_poison CHECK (content <> 'poison')");
    try (Connection lock = lockedConversations()) {
      CompletableFuture<List<Receipt>> held = append(writer, ada.to(bob, "held"));
      CompletableFuture<List<Receipt>> healthy = append(writer, ada.to(bob, "healthy"));
      CompletableFuture<List<Receipt>> poisoned = append(writer, ada.to(bob, "poison"));
      lock.rollback();
      assertEquals(1, held.join().size());
      assertEquals(1, healthy.join().size());
      assertUnavailable(poisoned);
    } finally {
      constrain("DROP CONSTRAINT no_poison");
    }
    assertDense(ada.with(bob));
  }

  @Test
  void aClosedWriterLeavesNobodyWaiting() {
    GroupCommit writer = writer();
    CompletableFuture<List<Receipt>> accepted = append(writer, ada.to(bob, "hi"));
    writer.close();
    assertTrue(accepted.isDone());
    assertUnavailable(append(writer, ada.to(bob, "late")));
  }

  private Connection lockedConversations() throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      statement.execute("SELECT FROM history.conversations FOR UPDATE");
    }
    return connection;
  }

  private void constrain(String change) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE history.messages " + change);
    }
  }

  private static CompletableFuture<List<Receipt>> append(GroupCommit writer, Command... messages) {
    return writer.append(List.of(messages)).toCompletableFuture();
  }

  private static List<Receipt> receiptsOf(GroupCommit writer, Command... messages) {
    return append(writer, messages).join();
  }

  private static void assertUnavailable(CompletableFuture<List<Receipt>> append) {
    Throwable failure = assertThrows(ExecutionException.class, append::get).getCause();
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    assertEquals(ErrorCode.UNAVAILABLE, ((ParleyException) cause).code());
  }

  private void assertDense(ConversationId conversation) {
    List<Event> stored = gateway.read(conversation, 1, 500);
    assertEquals(
        LongStream.rangeClosed(1, stored.size()).boxed().toList(),
        stored.stream().map(message -> message.seq().value()).toList());
    Set<Object> clientIds = new HashSet<>();
    stored.stream()
        .map(Event::clientId)
        .filter(id -> id != null)
        .forEach(id -> assertTrue(clientIds.add(id)));
  }
}
