package dev.parley.history.ledger;

import static dev.parley.history.ledger.TestingLedger.DIRECT;
import static dev.parley.history.ledger.TestingLedger.MEMBER;
import static dev.parley.history.ledger.TestingLedger.MODERATOR;
import static dev.parley.history.ledger.TestingLedger.OTHER_MEMBER;
import static dev.parley.history.ledger.TestingLedger.OUTSIDER;
import static dev.parley.history.ledger.TestingLedger.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what where: each act, in each kind of conversation, by each role. */
class RightsTest {

  private static final Sequence OF_MEMBER = new Sequence(1);
  private static final Sequence OF_OWNER = new Sequence(2);

  private static final Map<String, Act> ACTS =
      Map.ofEntries(
          Map.entry("post", TestingLedger.post("hi")),
          Map.entry("edit a member's", TestingLedger.edit(1, "new")),
          Map.entry("edit the owner's", TestingLedger.edit(2, "new")),
          Map.entry("delete a member's", new Act.Delete(OF_MEMBER)),
          Map.entry("delete the owner's", new Act.Delete(OF_OWNER)),
          Map.entry("react", new Act.React(OF_OWNER, new Emoji("👍"), true)),
          Map.entry("pin", new Act.Pin(OF_OWNER, true)),
          Map.entry("join", new Act.Join()),
          Map.entry("leave", new Act.Leave(null)),
          Map.entry("leave to another", new Act.Leave(OTHER_MEMBER.id())),
          Map.entry("add", new Act.AddMember(OUTSIDER)),
          Map.entry("remove a member", new Act.RemoveMember(OTHER_MEMBER.id())),
          Map.entry("remove a moderator", new Act.RemoveMember(MODERATOR.id())),
          Map.entry("remove the owner", new Act.RemoveMember(OWNER.id())),
          Map.entry("ban a member", new Act.Ban(OTHER_MEMBER)),
          Map.entry("ban an outsider", new Act.Ban(TestingLedger.user(9))),
          Map.entry("unban", new Act.Unban(OTHER_MEMBER.id())),
          Map.entry("promote", new Act.ChangeRole(OTHER_MEMBER.id(), Role.MODERATOR)),
          Map.entry("demote the owner", new Act.ChangeRole(OWNER.id(), Role.MEMBER)),
          Map.entry("rename", new Act.ChangeRoom("new", null, null, null, null, null)),
          Map.entry("archive", new Act.ChangeRoom(null, null, null, null, null, true)),
          Map.entry("unarchive", new Act.ChangeRoom(null, null, null, null, null, false)),
          Map.entry("mute", new Act.ChangeSettings(Notify.NOTHING, null)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          post               | stored       | stored       | stored       | not_a_member | not_found
          edit a member's    | stored       | not_allowed  | not_allowed  | not_a_member | not_found
          edit the owner's   | not_allowed  | not_allowed  | stored       | not_a_member | not_found
          delete a member's  | stored       | stored       | stored       | not_a_member | not_found
          delete the owner's | not_allowed  | stored       | stored       | not_a_member | not_found
          react              | stored       | stored       | stored       | not_a_member | not_found
          pin                | not_allowed  | stored       | stored       | not_a_member | not_found
          join               | unchanged    | unchanged    | unchanged    | stored       | not_found
          leave              | stored       | stored       | last_owner   | not_a_member | not_found
          leave to another   | not_allowed  | not_allowed  | stored       | not_a_member | not_found
          add                | stored       | stored       | stored       | not_a_member | not_found
          remove a member    | not_allowed  | stored       | stored       | not_a_member | not_found
          remove a moderator | not_allowed  | stored       | stored       | not_a_member | not_found
          remove the owner   | not_allowed  | not_allowed  | last_owner   | not_a_member | not_found
          ban a member       | not_allowed  | stored       | stored       | not_a_member | not_found
          ban an outsider    | not_allowed  | stored       | stored       | not_a_member | not_found
          unban              | not_allowed  | unchanged    | unchanged    | not_a_member | not_found
          promote            | not_allowed  | not_allowed  | stored       | not_a_member | not_found
          demote the owner   | not_allowed  | not_allowed  | last_owner   | not_a_member | not_found
          rename             | not_allowed  | stored       | stored       | not_a_member | not_found
          archive            | not_allowed  | not_allowed  | stored       | not_a_member | not_found
          unarchive          | not_allowed  | not_allowed  | unchanged    | not_a_member | not_found
          mute               | stored       | stored       | stored       | not_a_member | not_found
          """)
  void inARoom(
      String act,
      String byMember,
      String byModerator,
      String byOwner,
      String byOutsider,
      String byOutsiderOfAPrivateRoom) {
    RoomRules open = new RoomRules(Visibility.PUBLIC, Posters.MEMBERS, false);
    RoomRules hidden = new RoomRules(Visibility.PRIVATE, Posters.MEMBERS, false);
    assertEquals(byMember, outcome(act, MEMBER, open), "by a member");
    assertEquals(byModerator, outcome(act, MODERATOR, open), "by a moderator");
    assertEquals(byOwner, outcome(act, OWNER, open), "by the owner");
    assertEquals(byOwner, outcome(act, OWNER, hidden), "by the owner of a private room");
    assertEquals(byOutsider, outcome(act, OUTSIDER, open), "by an outsider");
    assertEquals(byOutsiderOfAPrivateRoom, outcome(act, OUTSIDER, hidden), "of a private room");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          post               | room_archived | room_archived | not_a_member
          edit a member's    | room_archived | room_archived | not_a_member
          delete a member's  | room_archived | room_archived | not_a_member
          react              | room_archived | room_archived | not_a_member
          pin                | room_archived | room_archived | not_a_member
          join               | unchanged     | unchanged     | room_archived
          leave              | stored        | last_owner    | not_a_member
          leave to another   | not_allowed   | stored        | not_a_member
          add                | room_archived | room_archived | not_a_member
          remove a member    | room_archived | room_archived | not_a_member
          ban a member       | room_archived | room_archived | not_a_member
          unban              | room_archived | room_archived | not_a_member
          promote            | room_archived | room_archived | not_a_member
          rename             | room_archived | room_archived | not_a_member
          archive            | room_archived | room_archived | not_a_member
          unarchive          | not_allowed   | stored        | not_a_member
          mute               | room_archived | room_archived | not_a_member
          """)
  void inAnArchivedRoom(String act, String byMember, String byOwner, String byOutsider) {
    RoomRules archived = new RoomRules(Visibility.PUBLIC, Posters.MEMBERS, true);
    assertEquals(byMember, outcome(act, MEMBER, archived), "by a member");
    assertEquals(byOwner, outcome(act, OWNER, archived), "by the owner");
    assertEquals(byOutsider, outcome(act, OUTSIDER, archived), "by an outsider");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          post               | stored      | stored      | not_found | not_allowed | not_found
          edit the owner's   | stored      | stored      | not_found | not_allowed | not_found
          edit a member's    | not_allowed | not_allowed | not_found | not_allowed | not_found
          delete the owner's | stored      | stored      | not_found | not_allowed | not_found
          delete a member's  | not_allowed | not_allowed | not_found | not_allowed | not_found
          react              | stored      | stored      | not_found | not_allowed | not_found
          pin                | not_allowed | stored      | not_found | not_allowed | not_found
          join               | unchanged   | unchanged   | not_found | not_allowed | not_found
          leave              | not_allowed | not_allowed | not_found | not_allowed | not_found
          add                | not_allowed | not_allowed | not_found | not_allowed | not_found
          remove a member    | not_allowed | not_allowed | not_found | not_allowed | not_found
          ban a member       | not_allowed | not_allowed | not_found | not_allowed | not_found
          unban              | not_allowed | not_allowed | not_found | not_allowed | not_found
          promote            | not_allowed | not_allowed | not_found | not_allowed | not_found
          rename             | not_allowed | not_allowed | not_found | not_allowed | not_found
          archive            | not_allowed | not_allowed | not_found | not_allowed | not_found
          mute               | stored      | stored      | not_found | not_allowed | not_found
          """)
  void elsewhere(
      String act,
      String inGlobal,
      String inADirectConversation,
      String inThatOfOthers,
      String inOnesInbox,
      String inTheInboxOfAnother) {
    assertEquals(inGlobal, outcome(act, OWNER, ConversationId.GLOBAL));
    assertEquals(inADirectConversation, outcome(act, OWNER, DIRECT));
    assertEquals(inThatOfOthers, outcome(act, OUTSIDER, DIRECT));
    ConversationId inbox = new ConversationId.Inbox(OWNER.id());
    assertEquals(inOnesInbox, outcome(act, OWNER, inbox));
    assertEquals(inTheInboxOfAnother, outcome(act, OUTSIDER, inbox));
  }

  @ParameterizedTest
  @CsvSource({
    "MEMBERS, stored, stored, stored",
    "MODERATORS, not_allowed, stored, stored",
    "OWNERS, not_allowed, not_allowed, stored"
  })
  void aRoomSaysWhoMayPost(Posters posters, String byMember, String byModerator, String byOwner) {
    RoomRules rules = new RoomRules(Visibility.PUBLIC, posters, false);
    assertEquals(byMember, outcome("post", MEMBER, rules));
    assertEquals(byModerator, outcome("post", MODERATOR, rules));
    assertEquals(byOwner, outcome("post", OWNER, rules));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      post
      react
      join
      leave
      mute
      rename
      """)
  void whoeverIsNotActiveDoesNothing(String act) {
    TestingLedger ledger = new TestingLedger();
    ledger.ledger.load(new Account(OWNER, false));
    assertEquals("forbidden", code(ledger.decide(OWNER, ACTS.get(act))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      post
      react
      join
      leave
      mute
      archive
      """)
  void aRoomThatIsGoneIsNotFound(String act) {
    ConversationId gone = new ConversationId.Room(77);
    assertEquals("not_found", outcome(act, OWNER, gone));
  }

  private static String outcome(String act, User sender, RoomRules rules) {
    return code(new TestingLedger(rules).decide(sender, ACTS.get(act)));
  }

  private static String outcome(String act, User sender, ConversationId conversation) {
    return code(
        new TestingLedger().decide(TestingLedger.command(conversation, sender, ACTS.get(act))));
  }

  private static String code(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Stored stored -> "stored";
      case Receipt.Duplicate first -> "duplicate";
      case Receipt.Unchanged unchanged -> "unchanged";
      case Receipt.Refused refused -> refused.code().code();
    };
  }
}
