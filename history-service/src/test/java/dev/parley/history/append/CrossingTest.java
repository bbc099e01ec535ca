package dev.parley.history.append;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.Frames;
import dev.parley.history.Receipts;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas decide over the same logs at the same time. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CrossingTest {

  private static final String DEADLOCKS =
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;
  @Inject Decisions decisions;

  @DataSource("appends")
  @Inject
  AgroalDataSource dataSource;

  private final List<GroupCommit> replicas = new ArrayList<>();
  private TestingUser ada;

  @BeforeEach
  void twoReplicas() {
    ada = accounts.open("ada");
    for (int i = 0; i < 2; i++) {
      GroupCommit replica =
          new GroupCommit(dataSource, decisions, TestingLimits.GENEROUS, new SimpleMeterRegistry());
      replica.start();
      replicas.add(replica);
    }
  }

  @AfterEach
  void close() {
    replicas.forEach(GroupCommit::close);
  }

  @Test
  void additionsThatCrossOverManyLogsNeverDeadlock() throws SQLException {
    List<TestingUser> users = IntStream.range(0, 30).mapToObj(i -> accounts.open("user")).toList();
    List<ConversationId> rooms = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rooms.add(create("crossing " + UUID.randomUUID()));
    }
    long before = deadlocks();
    List<CompletableFuture<List<Receipt>>> answers = new ArrayList<>();
    for (int i = 0; i < rooms.size(); i++) {
      List<Command> batch = new ArrayList<>();
      for (TestingUser user : users) {
        batch.add(ada.does(rooms.get(i), new Act.AddMember(user.user())));
      }
      Collections.shuffle(batch, new Random(i));
      answers.add(append(replicas.get(i % 2), batch));
    }
    for (CompletableFuture<List<Receipt>> answer : answers) {
      answer.join().forEach(receipt -> assertInstanceOf(Receipt.Stored.class, receipt));
    }
    assertEquals(before, deadlocks());
    for (ConversationId room : rooms) {
      assertDense(room, 31);
    }
    for (TestingUser user : users) {
      assertDense(user.inbox(), rooms.size());
    }
  }

  @Test
  void messagesAndOtherEventsShareOneDenseSequence() {
    TestingUser bob = accounts.open("bob");
    ConversationId direct = ada.with(bob);
    gateway.append(ada.to(bob, "first"));
    List<CompletableFuture<List<Receipt>>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      GroupCommit replica = replicas.get(i % 2);
      boolean on = i % 4 < 2;
      answers.add(append(replica, List.of(ada.to(bob, "m" + i), bob.to(ada, "n" + i))));
      answers.add(
          append(
              replica,
              List.of(
                  bob.does(direct, new Act.React(new Sequence(1), new Emoji("👍"), on)),
                  ada.does(
                      direct, new Act.Edit(new Sequence(1), new MessageContent("text " + i))))));
    }
    long events =
        1
            + answers.stream()
                .flatMap(answer -> answer.join().stream())
                .filter(Receipt.Stored.class::isInstance)
                .count();
    assertTrue(events > 201 + 60, events + " events");
    assertDense(direct, (int) events);
  }

  @Test
  void ofTwoRoomsWithOneNameOneIsCreatedAndNoOtherCommandFails() {
    for (int round = 0; round < 10; round++) {
      String name = "Ops " + UUID.randomUUID();
      List<CompletableFuture<List<Receipt>>> answers =
          List.of(
              append(replicas.get(0), List.of(creation(name), ada.toAll("one"))),
              append(
                  replicas.get(1),
                  List.of(creation(name.toUpperCase(Locale.ROOT)), ada.toAll("two"))));
      List<ErrorCode> refusals = new ArrayList<>();
      for (CompletableFuture<List<Receipt>> answer : answers) {
        ErrorCode refusal = Receipts.refusal(answer.join().get(0));
        if (refusal != null) {
          refusals.add(refusal);
        }
        assertInstanceOf(Receipt.Stored.class, answer.join().get(1));
      }
      assertEquals(List.of(ErrorCode.NAME_TAKEN), refusals);
    }
  }

  @Test
  void ofTwoOwnersWhoGoOrSendEachOtherAwayAtOnceOneStays() {
    TestingUser bob = accounts.open("bob");
    UserId hers = ada.user().id();
    UserId his = bob.user().id();
    Act leave = new Act.Leave(null);
    Act demoteHim = new Act.ChangeRole(his, Role.MEMBER);
    assertOneOwnerStays(bob, leave, leave);
    assertOneOwnerStays(bob, leave, demoteHim);
    assertOneOwnerStays(bob, new Act.ChangeRole(hers, Role.MEMBER), demoteHim);
    assertOneOwnerStays(bob, demoteHim, new Act.ChangeRole(hers, Role.MEMBER));
    assertOneOwnerStays(bob, new Act.RemoveMember(his), new Act.RemoveMember(hers));
    assertOneOwnerStays(bob, new Act.Ban(bob.user()), leave);
  }

  private void assertOneOwnerStays(TestingUser bob, Act byAda, Act byBob) {
    for (int round = 0; round < 5; round++) {
      ConversationId room = create("shared " + UUID.randomUUID());
      gateway.append(
          ada.does(room, new Act.AddMember(bob.user())),
          ada.does(room, new Act.ChangeRole(bob.user().id(), Role.OWNER)));
      List<CompletableFuture<List<Receipt>>> answers =
          List.of(
              append(replicas.get(round % 2), List.of(ada.does(room, byAda))),
              append(replicas.get((round + 1) % 2), List.of(bob.does(room, byBob))));
      List<Receipt> receipts = answers.stream().map(it -> it.join().getFirst()).toList();
      long owners = Stream.of(ada, bob).filter(user -> owns(user, room)).count();
      assertEquals(1, owners, () -> receipts.toString());
    }
  }

  private boolean owns(TestingUser user, ConversationId room) {
    ConversationEntry entry = gateway.entryOf(user, room);
    return entry != null && entry.role() == Role.OWNER;
  }

  /** Membership is looked at where the event is written, not before. */
  @Test
  void nothingIsWrittenBySomebodyAfterTheyWereRemoved() {
    TestingUser bob = accounts.open("bob");
    for (int round = 0; round < 10; round++) {
      ConversationId room = create("without bob " + UUID.randomUUID());
      gateway.append(ada.does(room, new Act.AddMember(bob.user())), ada.post(room, "hi"));
      List<CompletableFuture<List<Receipt>>> answers = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        answers.add(append(replicas.get(1), List.of(bob.post(room, "m" + i))));
        boolean on = i % 2 == 0;
        Act react = new Act.React(new Sequence(3), new Emoji("👍"), on);
        answers.add(append(replicas.get(1), List.of(bob.does(room, react))));
        if (i == 10) {
          Act remove = new Act.RemoveMember(bob.user().id());
          answers.add(append(replicas.get(0), List.of(ada.does(room, remove))));
        }
      }
      answers.forEach(CompletableFuture::join);
      List<Event> log = gateway.read(room, 1, 500);
      assertInstanceOf(EventBody.Left.class, log.getLast().body());
    }
  }

  @Test
  void ofTwoRoomsWithOneNameInABatchTheFirstIsCreated() {
    String name = "Ops " + UUID.randomUUID();
    List<Receipt> receipts = gateway.append(creation(name), creation(name));
    assertInstanceOf(Receipt.Stored.class, receipts.get(0));
    assertEquals(ErrorCode.NAME_TAKEN, Receipts.refusal(receipts.get(1)));
  }

  @Test
  void roomsExchangeTheirNamesInOneBatch() {
    String one = "one " + UUID.randomUUID();
    String other = "other " + UUID.randomUUID();
    ConversationId first = create(one);
    ConversationId second = create(other);
    List<Receipt> receipts =
        gateway.append(
            ada.does(first, rename("between " + one)),
            ada.does(second, rename(one)),
            ada.does(first, rename(other)));
    receipts.forEach(receipt -> assertInstanceOf(Receipt.Stored.class, receipt));
    assertEquals(other, gateway.entryOf(ada, first).name());
    assertEquals(one, gateway.entryOf(ada, second).name());
  }

  private static Act rename(String name) {
    return new Act.ChangeRoom(name, null, null, null, null, null);
  }

  private ConversationId create(String name) {
    return Receipts.conversation(gateway.append(creation(name)).getFirst());
  }

  private Command creation(String name) {
    return ada.does(null, new Act.CreateRoom(name, "", Visibility.PUBLIC, List.<User>of()), key());
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static CompletableFuture<List<Receipt>> append(
      GroupCommit replica, List<Command> commands) {
    return replica.append(commands).toCompletableFuture();
  }

  private void assertDense(ConversationId conversation, int events) {
    assertEquals(
        LongStream.rangeClosed(1, events).boxed().toList(),
        Frames.seqs(gateway.read(conversation, 1, 500)));
    assertEquals(events, gateway.lastSequences(conversation).get(conversation.toString()).value());
  }

  private long deadlocks() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DEADLOCKS)) {
      row.next();
      return row.getLong(1);
    }
  }
}
