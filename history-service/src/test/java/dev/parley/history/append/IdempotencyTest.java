package dev.parley.history.append;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.history.Receipts;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same command again is the same event, for ever, whoever may do what by then. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class IdempotencyTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;

  private TestingUser ada;
  private TestingUser bob;
  private TestingUser cyd;
  private TestingUser dan;
  private ConversationId room;
  private Sequence message;

  @BeforeEach
  void aRoomWithAMessage() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
    cyd = accounts.open("cyd");
    dan = accounts.open("dan");
    gateway.append(dan.toAll("so that there is an account"));
    room = Receipts.conversation(gateway.append(creation(ada)).getFirst());
    message = Receipts.seq(gateway.append(bob.post(room, "hi")).getFirst());
  }

  private Command creation(TestingUser owner) {
    return owner.does(
        null,
        new Act.CreateRoom(
            "room " + UUID.randomUUID(), "", Visibility.PUBLIC, List.of(bob.user(), cyd.user())),
        UUID.randomUUID().toString());
  }

  @Test
  void everyActIsDoneOnce() {
    once(bob, new Act.Post(new MessageContent("hello")));
    once(bob, new Act.Edit(message, new MessageContent("hi there")));
    once(bob, new Act.React(message, new Emoji("👍"), true));
    once(bob, new Act.React(message, new Emoji("👍"), false));
    once(ada, new Act.Pin(message, true));
    once(bob, new Act.Delete(message));
    once(dan, new Act.Join());
    once(dan, new Act.Leave(null));
    once(bob, new Act.AddMember(dan.user()));
    once(ada, new Act.RemoveMember(dan.user().id()));
    once(ada, new Act.Ban(dan.user()));
    once(ada, new Act.ChangeRole(bob.user().id(), Role.MODERATOR));
    once(ada, new Act.ChangeRoom(null, "a topic", null, null, null, null));
    once(bob, new Act.ChangeSettings(Notify.NOTHING, null));
    once(ada, new Act.ChangeRoom(null, null, null, null, null, true));
    Command creation = creation(ada);
    Receipt first = gateway.append(creation).getFirst();
    assertEquals(Receipts.duplicateOf(first), gateway.append(creation).getFirst());
  }

  private void once(TestingUser sender, Act act) {
    Command command = sender.does(room, act, UUID.randomUUID().toString());
    List<Receipt> twice = gateway.append(command, command);
    assertEquals(Receipts.duplicateOf(twice.get(0)), twice.get(1), act::toString);
    assertEquals(twice.get(1), gateway.append(command).getFirst(), act::toString);
  }

  @Test
  void aLeaveIsAcknowledgedAgainThoughItsSenderIsNoMemberAnyMore() {
    Command leave = cyd.does(room, new Act.Leave(null), "leave");
    Receipt left = gateway.append(leave).getFirst();
    assertEquals(Receipts.duplicateOf(left), gateway.append(leave).getFirst());
  }

  @Test
  void postsAndOtherCommandsHaveKeysOfTheirOwn() {
    Receipt post = gateway.append(cyd.post(room, "hello", "k")).getFirst();
    Receipt reaction =
        gateway
            .append(cyd.does(room, new Act.React(message, new Emoji("👍"), true), "k"))
            .getFirst();
    assertNotEquals(Receipts.stored(post).seq(), Receipts.stored(reaction).seq());
  }

  @Test
  void unbanningTakesNoSequence() {
    gateway.append(ada.does(room, new Act.Ban(cyd.user())));
    Sequence last = gateway.lastSequences(room).get(room.toString());
    assertEquals(
        new Receipt.Unchanged(room),
        gateway.append(ada.does(room, new Act.Unban(cyd.user().id()))).getFirst());
    assertEquals(last, gateway.lastSequences(room).get(room.toString()));
    Receipts.stored(gateway.append(cyd.does(room, new Act.Join())).getFirst());
  }
}
