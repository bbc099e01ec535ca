package dev.parley.history.ledger;

import static dev.parley.history.ledger.TestingLedger.MEMBER;
import static dev.parley.history.ledger.TestingLedger.MODERATOR;
import static dev.parley.history.ledger.TestingLedger.OTHER_MEMBER;
import static dev.parley.history.ledger.TestingLedger.OUTSIDER;
import static dev.parley.history.ledger.TestingLedger.OWNER;
import static dev.parley.history.ledger.TestingLedger.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each limit stores its last and refuses one more. The limits of the testing ledger are small. */
class LimitsTest {

  private final TestingLedger ledger = new TestingLedger();

  @Test
  void ofDifferentEmojiOnAMessage() {
    stored(MEMBER, react("👍", true));
    stored(MEMBER, react("🎉", true));
    refused(ErrorCode.LIMIT_REACHED, MEMBER, react("👀", true));
    stored(OWNER, react("👍", true));
    stored(MEMBER, react("👍", false));
    refused(ErrorCode.LIMIT_REACHED, MEMBER, react("👀", true));
    stored(OWNER, react("👍", false));
    stored(MEMBER, react("👀", true));
  }

  private static Act react(String emoji, boolean on) {
    return new Act.React(new Sequence(2), new Emoji(emoji), on);
  }

  @Test
  void ofPins() {
    stored(MEMBER, TestingLedger.post("third"));
    stored(MODERATOR, pin(1, true));
    stored(MODERATOR, pin(2, true));
    refused(ErrorCode.LIMIT_REACHED, MODERATOR, pin(3, true));
    stored(OWNER, new Act.Delete(new Sequence(1)));
    stored(MODERATOR, pin(3, true));
    refused(ErrorCode.TARGET_GONE, MODERATOR, pin(1, false));
    stored(MODERATOR, pin(2, false));
  }

  private static Act pin(long target, boolean on) {
    return new Act.Pin(new Sequence(target), on);
  }

  @Test
  void ofEditsAMinute() {
    stored(MEMBER, TestingLedger.edit(1, "a"));
    stored(MEMBER, TestingLedger.edit(1, "b"));
    refused(ErrorCode.LIMIT_REACHED, MEMBER, TestingLedger.edit(1, "c"));
    stored(OWNER, TestingLedger.edit(2, "c"));
  }

  @Test
  void ofTheTimeToEdit() {
    stored(MODERATOR, new Act.ChangeRoom(null, null, null, null, new Act.EditWindow(3_600), null));
    stored(MEMBER, TestingLedger.edit(1, "in time"));
    Place place = new Place(ROOM, new Sequence(1));
    Message old = ledger.ledger.messages().get(place);
    ledger
        .ledger
        .messages()
        .load(
            place,
            new Message(
                old.sender(),
                null,
                old.content(),
                TestingLedger.NOW.minusSeconds(3_601),
                null,
                null,
                null,
                false));
    refused(ErrorCode.EDIT_WINDOW_OVER, MEMBER, TestingLedger.edit(1, "too late"));
  }

  @Test
  void ofMembersOfARoom() {
    ledger.ledger.membersOf().load(ROOM, 5);
    stored(MEMBER, new Act.AddMember(OUTSIDER));
    refused(ErrorCode.LIMIT_REACHED, MEMBER, new Act.AddMember(stranger()));
    stored(MODERATOR, new Act.RemoveMember(OTHER_MEMBER.id()));
    stored(MEMBER, new Act.AddMember(stranger()));
  }

  private User stranger() {
    User stranger = TestingLedger.user(10);
    ledger.ledger.load(new Account(stranger, true));
    ledger.ledger.load(new ConversationId.Inbox(stranger.id()), 1_010, 0);
    return stranger;
  }

  @Test
  void ofRoomsOfAUser() {
    ledger.ledger.roomsOf().load(OUTSIDER.id(), 2);
    refused(ErrorCode.LIMIT_REACHED, MEMBER, new Act.AddMember(OUTSIDER));
    refused(ErrorCode.LIMIT_REACHED, OUTSIDER, new Act.Join());
    refused(ErrorCode.LIMIT_REACHED, OUTSIDER, create("second", ""));
    ledger.ledger.roomsOf().load(OUTSIDER.id(), 1);
    stored(OUTSIDER, new Act.Join());
  }

  @Test
  void ofNamesAndTopics() {
    ledger.ledger.loadNewRoom(35, 4);
    ledger.ledger.loadNewRoom(36, 5);
    refused(ErrorCode.INVALID_FIELD, OWNER, create("", ""));
    refused(ErrorCode.INVALID_FIELD, OWNER, create(" \u00a0 ", ""));
    refused(ErrorCode.INVALID_FIELD, OWNER, create("x".repeat(65), ""));
    refused(ErrorCode.INVALID_FIELD, OWNER, create("a\u0007b", ""));
    refused(ErrorCode.INVALID_FIELD, OWNER, create("room", "😀".repeat(251)));
    refused(ErrorCode.NAME_TAKEN, OWNER, create(" OPS ", ""));
    stored(OWNER, create("😀".repeat(64), "😀".repeat(250)));
    refused(ErrorCode.NAME_TAKEN, MEMBER, create("😀".repeat(64), ""));
  }

  private static Act create(String name, String topic) {
    return new Act.CreateRoom(name, topic, Visibility.PUBLIC, List.of());
  }

  private void stored(User sender, Act act) {
    assertInstanceOf(Receipt.Stored.class, decide(sender, act));
  }

  private void refused(ErrorCode code, User sender, Act act) {
    Receipt receipt = decide(sender, act);
    assertEquals(code, receipt instanceof Receipt.Refused refused ? refused.code() : null);
  }

  private Receipt decide(User sender, Act act) {
    return act instanceof Act.CreateRoom
        ? ledger.decide(TestingLedger.command(null, sender, act))
        : ledger.decide(sender, act);
  }
}
