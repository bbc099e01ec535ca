package dev.parley.history.accounts;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.history.Frames;
import dev.parley.history.Receipts;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.history.rooms.TestingRoom;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.internal.LoadAccounts.Account;
import dev.parley.protocol.internal.LoadAccounts.State;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AccountsTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;

  private TestingUser ada;
  private TestingUser bob;

  @BeforeEach
  void twoUsers() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
  }

  @Test
  void anOlderVersionChangesNothing() {
    assertEquals(1, gateway.load(account(ada.user(), State.ACTIVE, 2)));
    assertEquals(0, gateway.load(account(ada.user(), State.DEACTIVATED, 1)));
    assertEquals(0, gateway.load(account(ada.user(), State.DEACTIVATED, 2)));
    assertInstanceOf(Receipt.Stored.class, gateway.append(ada.toAll("hi")).getFirst());
    assertEquals(
        1,
        gateway.load(
            account(ada.user(), State.ACTIVE, 3), account(ada.user(), State.DEACTIVATED, 4)));
    assertEquals(ErrorCode.FORBIDDEN, Receipts.refusal(gateway.append(ada.toAll("hi")).getFirst()));
  }

  @Test
  void whoeverIsDeactivatedPostsNothingButIsToldOfDuplicates() {
    Receipt first = gateway.append(ada.toAll("hi", "c-1")).getFirst();
    gateway.load(account(ada.user(), State.DEACTIVATED, 1));
    List<Receipt> receipts =
        gateway.append(
            ada.toAll("hi", "c-1"), ada.toAll("more"), ada.to(bob, "more"), bob.toAll("hello"));
    assertEquals(Receipts.duplicateOf(first), receipts.get(0));
    assertEquals(ErrorCode.FORBIDDEN, Receipts.refusal(receipts.get(1)));
    assertEquals(ErrorCode.FORBIDDEN, Receipts.refusal(receipts.get(2)));
    assertEquals(Receipts.seq(first).next(), Receipts.seq(receipts.get(3)));
    gateway.load(account(ada.user(), State.ACTIVE, 2));
    assertInstanceOf(Receipt.Stored.class, gateway.append(ada.toAll("back")).getFirst());
  }

  @Test
  void framesTakeNamesFromAccounts() {
    gateway.append(ada.to(bob, "hi"));
    gateway.load(account(new User(ada.user().id(), "renamed"), State.DELETED, 1));
    assertEquals("renamed", gateway.read(ada.with(bob), 1, 1).getFirst().sender().username());
    bob.get("/messages/global").statusCode(200);
  }

  @Test
  void nobodyBeginsAConversationWithSomebodyWhoDoesNotExist() {
    ConversationId nobody = ConversationId.between(ada.user().id(), new UserId(999_999_999));
    assertEquals(
        ErrorCode.NOT_FOUND,
        Receipts.refusal(gateway.append(ada.post(nobody, "hello?")).getFirst()));
    assertEquals(0, gateway.lastSequences(nobody).size());
    ConversationId ofOthers = accounts.open("cyd").with(bob);
    assertEquals(
        ErrorCode.NOT_FOUND, Receipts.refusal(gateway.append(ada.post(ofOthers, "hi")).getFirst()));
    assertEquals(0, gateway.lastSequences(ofOthers).size());
  }

  @Test
  void anAccountThatIsKnownNeedNotComeWithTheCommand() {
    gateway.load(account(bob.user(), State.ACTIVE, 1));
    assertInstanceOf(
        Receipt.Stored.class, gateway.append(ada.post(ada.with(bob), "hi")).getFirst());
    EventBody.Posted posted =
        (EventBody.Posted) Frames.bodies(gateway.read(ada.with(bob), 1, 1)).getFirst();
    assertEquals(bob.user().username(), posted.recipient());
  }

  @Test
  void onlyActiveUsersAreAdded() {
    gateway.load(account(bob.user(), State.DEACTIVATED, 1));
    Act create =
        new Act.CreateRoom(
            "accounts " + ada.user().id(), "", Visibility.PUBLIC, List.of(bob.user()));
    assertEquals(
        ErrorCode.USER_NOT_FOUND,
        Receipts.refusal(gateway.append(ada.does(null, create)).getFirst()));
  }

  @Test
  void anOwnerWhoIsDeactivatedDoesNotCountAsOne() {
    TestingUser cyd = accounts.open("cyd");
    TestingRoom room = TestingRoom.open(ada, bob, cyd);
    ada.patch(room.path(bob), "{\"role\":\"owner\"}").statusCode(200);
    gateway.load(account(bob.user(), State.DEACTIVATED, 1));
    ada.post(room.path() + "/leave", "").statusCode(409).body("code", equalTo("last_owner"));
    ada.delete(room.path(bob)).statusCode(200);
    ada.patch(room.path(cyd), "{\"role\":\"owner\"}").statusCode(200);
    ada.post(room.path() + "/leave", "").statusCode(200);
  }

  private static Account account(User user, State state, long version) {
    return new Account(user, state, version);
  }
}
