package dev.parley.history.append;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Departure;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands of one batch see those before them, and one that is refused fails no other. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BatchTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;

  private TestingUser ada;
  private TestingUser bob;
  private TestingUser cyd;
  private ConversationId room;

  @BeforeEach
  void aRoomOfThree() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
    cyd = accounts.open("cyd");
    room = create(bob, cyd);
  }

  private ConversationId create(TestingUser... others) {
    List<User> members = List.of(others).stream().map(TestingUser::user).toList();
    Act create = new Act.CreateRoom("room " + UUID.randomUUID(), "", Visibility.PRIVATE, members);
    return Receipts.conversation(gateway.append(ada.does(null, create)).getFirst());
  }

  @Test
  void aBatchOf500KeepsWhatIsGoodInIt() {
    ConversationId archived = create(bob);
    gateway.append(ada.does(archived, archive()));
    gateway.append(ada.does(room, new Act.RemoveMember(cyd.user().id())));
    Receipt first = gateway.append(bob.post(room, "once", "c-1")).getFirst();
    long before = Receipts.seq(first).value();
    List<Command> batch = new ArrayList<>();
    for (int i = 0; i < 496; i++) {
      batch.add(bob.post(room, "good " + i));
    }
    batch.add(100, bob.post(new ConversationId.Room(999_999), "vanished"));
    batch.add(200, bob.post(archived, "archived"));
    batch.add(300, cyd.post(room, "removed"));
    batch.add(400, bob.post(room, "once", "c-1"));
    assertOutcomes(gateway.append(batch), Receipts.duplicateOf(first), before);
  }

  private void assertOutcomes(List<Receipt> receipts, Receipt duplicate, long before) {
    assertEquals(ErrorCode.NOT_FOUND, Receipts.refusal(receipts.get(100)));
    assertEquals(ErrorCode.ROOM_ARCHIVED, Receipts.refusal(receipts.get(200)));
    assertEquals(ErrorCode.NOT_FOUND, Receipts.refusal(receipts.get(300)));
    assertEquals(duplicate, receipts.get(400));
    List<Long> stored =
        receipts.stream()
            .filter(Receipt.Stored.class::isInstance)
            .map(receipt -> Receipts.seq(receipt).value())
            .toList();
    assertEquals(496, stored.size());
    assertEquals(before + 1, stored.getFirst());
    assertEquals(before + 496, stored.getLast());
  }

  @Test
  void theSameHoldsWhereItIsNotAllPosts() {
    gateway.append(ada.does(room, new Act.RemoveMember(cyd.user().id())));
    Receipt first = gateway.append(bob.post(room, "once", "c-1")).getFirst();
    List<Receipt> receipts =
        gateway.append(
            bob.post(room, "good"),
            bob.does(room, new Act.React(Receipts.seq(first), new Emoji("👍"), true)),
            bob.post(new ConversationId.Room(999_999), "vanished"),
            cyd.post(room, "removed"),
            bob.post(room, "once", "c-1"),
            bob.to(ada, "elsewhere"),
            bob.post(room, "good too"));
    assertEquals(Receipts.seq(first).value() + 1, Receipts.seq(receipts.get(0)).value());
    assertEquals(Receipts.seq(first).value() + 2, Receipts.seq(receipts.get(1)).value());
    assertEquals(ErrorCode.NOT_FOUND, Receipts.refusal(receipts.get(2)));
    assertEquals(ErrorCode.NOT_FOUND, Receipts.refusal(receipts.get(3)));
    assertEquals(Receipts.duplicateOf(first), receipts.get(4));
    assertEquals(new Sequence(1), Receipts.seq(receipts.get(5)));
    assertEquals(Receipts.seq(first).value() + 3, Receipts.seq(receipts.get(6)).value());
  }

  @Test
  void nobodyPostsIntoAConversationOfOthersThatTheSameBatchOpens() {
    List<Receipt> posts =
        gateway.append(ada.to(bob, "hi"), cyd.post(ada.with(bob), "me too"), bob.to(ada, "hello"));
    assertEquals(ErrorCode.NOT_FOUND, Receipts.refusal(posts.get(1)));
    List<Receipt> mixed =
        gateway.append(
            ada.to(bob, "and"),
            cyd.post(ada.with(bob), "me too"),
            cyd.does(ada.with(bob), new Act.React(new Sequence(1), new Emoji("👍"), true)));
    assertEquals(ErrorCode.NOT_FOUND, Receipts.refusal(mixed.get(1)));
    assertEquals(ErrorCode.NOT_FOUND, Receipts.refusal(mixed.get(2)));
    assertEquals(
        List.of("hi", "hello", "and"), Frames.contents(gateway.read(ada.with(bob), 1, 500)));
  }

  @Test
  void whoeverIsRemovedFirstPostsNothing() {
    List<Receipt> receipts =
        gateway.append(
            ada.does(room, new Act.RemoveMember(bob.user().id())), bob.post(room, "too late"));
    assertInstanceOf(Receipt.Stored.class, receipts.get(0));
    assertEquals(ErrorCode.NOT_FOUND, Receipts.refusal(receipts.get(1)));
    assertEquals(List.of(), Frames.contents(gateway.read(room, 1, 500)));
  }

  @Test
  void whoeverPostsFirstIsRemovedAfterwards() {
    List<Receipt> receipts =
        gateway.append(
            bob.post(room, "in time"), ada.does(room, new Act.RemoveMember(bob.user().id())));
    assertEquals(
        Receipts.seq(receipts.get(0)).next(), Receipts.seq(receipts.get(1)), "the post is before");
    assertEquals(List.of("in time"), Frames.contents(gateway.read(room, 1, 500)));
  }

  @Test
  void aPostWithItsEditAndItsDeletion() {
    long last = gateway.lastSequences(room).get(room.toString()).value();
    Sequence post = new Sequence(last + 1);
    List<Receipt> receipts =
        gateway.append(
            bob.post(room, "first text"),
            bob.does(room, new Act.Edit(post, new MessageContent("second text"))),
            bob.does(room, new Act.Delete(post)),
            bob.does(room, new Act.Edit(post, new MessageContent("third text"))));
    assertEquals(ErrorCode.TARGET_GONE, Receipts.refusal(receipts.get(3)));
    List<Event> events = gateway.read(room, last + 1, last + 10);
    assertEquals(
        List.of(
            new EventBody.Posted("", null, false, nameOf(events), new Sequence(last + 2), true),
            new EventBody.Edited(post, null),
            new EventBody.Deleted(post)),
        Frames.bodies(events));
  }

  private static String nameOf(List<Event> events) {
    return events.getFirst().body() instanceof EventBody.Posted posted ? posted.room() : null;
  }

  @Test
  void ofTwoLastOwnersWhoLeaveOneStays() {
    gateway.append(ada.does(room, new Act.ChangeRole(bob.user().id(), Role.OWNER)));
    List<Receipt> receipts =
        gateway.append(ada.does(room, new Act.Leave(null)), bob.does(room, new Act.Leave(null)));
    assertInstanceOf(Receipt.Stored.class, receipts.get(0));
    assertEquals(ErrorCode.LAST_OWNER, Receipts.refusal(receipts.get(1)));
    assertEquals(Role.OWNER, gateway.entryOf(bob, room).role());
    assertNull(gateway.entryOf(ada, room));
  }

  @Test
  void aSuccessorIsAnOwnerBeforeTheLastOneLeaves() {
    Receipt.Stored left =
        Receipts.stored(gateway.append(ada.does(room, new Act.Leave(cyd.user().id()))).getFirst());
    assertEquals(
        List.of(
            new EventBody.RoleChanged(cyd.user(), Role.OWNER),
            new EventBody.Left(ada.user(), Departure.LEFT),
            new EventBody.Removed(room, left.seq().next())),
        Frames.bodies(left.events()));
    assertEquals(Role.OWNER, gateway.entryOf(cyd, room).role());
  }

  @Test
  void whoeverIsAddedBeginsAtTheEndAndIsToldInTheirInbox() {
    TestingUser dan = accounts.open("dan");
    gateway.append(ada.post(room, "one"), bob.post(room, "two"));
    gateway.append(ada.does(room, new Act.AddMember(dan.user())));
    ConversationEntry entry = gateway.entryOf(dan, room);
    assertEquals(entry.lastSeq(), entry.readSeq());
    assertEquals(0, entry.unread());
    assertEquals(1, gateway.entryOf(dan, dan.inbox()).unread());
    assertEquals(
        List.of(new EventBody.Added(entry, entry.lastSeq())),
        Frames.bodies(gateway.read(dan.inbox(), 1, 500)));
    gateway.append(bob.post(room, "three"), bob.post(room, "four"));
    assertEquals(1, gateway.entryOf(dan, room).unread(), "a room says whether, not how many");
    gateway.append(ada.does(room, new Act.RemoveMember(dan.user().id())));
    assertNull(gateway.entryOf(dan, room));
    dan.put("/conversations/" + room + "/read", "{\"seq\":1}").statusCode(404);
  }

  @Test
  void receiptsListWhatStorageReturns() {
    Receipt.Stored created =
        Receipts.stored(
            gateway
                .append(
                    ada.does(
                        null,
                        new Act.CreateRoom(
                            "room " + UUID.randomUUID(),
                            "what for",
                            Visibility.PUBLIC,
                            List.of(bob.user()))))
                .getFirst());
    assertEquals(4, created.events().size());
    for (Event event : created.events()) {
      long seq = event.seq().value();
      assertEquals(List.of(event), gateway.read(event.conversation(), seq, seq));
    }
  }

  private static Act archive() {
    return new Act.ChangeRoom(null, null, null, null, null, true);
  }
}
