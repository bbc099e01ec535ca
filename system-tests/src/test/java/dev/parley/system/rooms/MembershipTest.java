package dev.parley.system.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who is in a room, what they may do there, and what they hear once they are not. */
@WithStack
class MembershipTest {

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;
  private final TestingAccount carol;

  MembershipTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
    carol = TestingAccount.register(stack.edge(), "carol");
  }

  @Test
  void whoIsRemovedGetsTheirLeavingAsTheLastThing() {
    TestingRoom room = TestingRoom.hidden(ada, bob, carol);
    assertLeavingIsTheLast(room, "removed", () -> ada.me().delete(room.member(carol)));
    assertGone(room);
  }

  @Test
  void whoIsBannedGetsTheirLeavingAsTheLastThingAndStaysOut() {
    TestingRoom room = TestingRoom.open(ada, bob, carol);
    assertLeavingIsTheLast(room, "banned", () -> ada.me().put(room.ban(carol), Map.of()));
    assertEquals("banned", carol.me().post(room.path("/join"), "").expect(403).code());
    assertEquals("banned", bob.me().put(room.member(carol), Map.of()).expect(403).code());
    String bans = ada.me().get(room.path("/bans")).expect(200).body();
    assertTrue(bans.contains(carol.username()), bans);
    bob.me().get(room.path("/bans")).expect(403);
    ada.me().delete(room.ban(carol)).expect(200);
    carol.me().post(room.path("/join"), "").expect(200);
    carol.me().get(room.conversationPath("/events")).expect(200);
  }

  @Test
  void whoLeavesByThemselvesGetsItAsTheLastThing() {
    TestingRoom room = TestingRoom.hidden(ada, bob, carol);
    assertLeavingIsTheLast(room, "left", () -> carol.me().post(room.path("/leave"), ""));
    assertGone(room);
  }

  private void assertLeavingIsTheLast(
      TestingRoom room, String how, Supplier<HttpAnswer> departure) {
    try (RoomMember bobs = RoomMember.connect(bob, stack.gateway(0), room.conversation());
        RoomMember carols = RoomMember.connect(carol, stack.gateway(1), room.conversation());
        TestingChatClient phone = carol.onAnotherDevice().secondProtocol(stack.gateway(0))) {
      RoomMember onPhone = new RoomMember(carol, phone, room.conversation());
      onPhone.await("resumed");
      long seen = bobs.post("Still here");
      carols.await(seen);
      departure.get().expect(200);
      goOnWithout(carol, bobs, seen, room);
      for (RoomMember device : List.of(carols, onPhone)) {
        JsonNode left = device.await("left");
        assertEquals(how, left.get("how").asText());
        assertEquals(carol.id(), left.at("/user/id").longValue());
        RoomMember everywhere = new RoomMember(carol, device.socket(), "global");
        everywhere.await(everywhere.post("still connected"));
        assertEquals(left, device.events().getLast());
        assertEquals(List.of(), device.socket().frames("typing"));
        assertEquals(seen + 1, left.get("seq").longValue());
        JsonNode removed = device.removed();
        assertEquals(room.conversation(), removed.get("in").asText());
        assertEquals(left.get("seq"), removed.get("at"));
        assertRefused(device, room);
      }
    }
  }

  /** Everything that can happen in a room, by who stays there. */
  private void goOnWithout(TestingAccount gone, RoomMember bobs, long message, TestingRoom room) {
    bobs.socket()
        .send(Map.of("type", "typing", "conversation", room.conversation(), "is_typing", true));
    long secret = bobs.post("Nobody else reads this");
    bobs.edit(message, "Not by " + gone.username());
    bobs.react(message, "👍", true);
    bobs.delete(secret);
    Map<String, Object> pin = Map.of("type", "pin", "target", message, "on", true);
    ada.me().post(room.conversationPath("/events"), pin).expect(200);
    ada.me().patch(room.path(""), Map.of("topic", "Without " + gone.username())).expect(200);
    ada.me().patch(room.member(bob), Map.of("role", "moderator")).expect(200);
    JsonNode last = ada.me().patch(room.member(bob), Map.of("role", "member")).expect(200).json();
    bobs.await(last.get("seq").longValue());
  }

  /** What a socket that was a member's is told when it goes on. */
  private static void assertRefused(RoomMember device, TestingRoom room) {
    JsonNode refused = device.send(Map.of("type", "post", "content", "let me in"));
    assertEquals("error", refused.get("type").asText(), refused.toString());
    assertTrue(
        List.of("not_found", "not_a_member").contains(refused.get("code").asText()),
        refused + " in " + room);
  }

  private void assertGone(TestingRoom room) {
    for (int gateway = 0; gateway < 2; gateway++) {
      try (RoomMember back =
          new RoomMember(
              carol,
              carol.secondProtocol(stack.gateway(gateway), Map.of(room.conversation(), 1L)),
              room.conversation())) {
        JsonNode resumed = back.await("resumed");
        assertEquals("not_found", resumed.get("code").asText(), resumed.toString());
        assertFalse(resumed.has("last_seq"), resumed.toString());
        assertEquals(List.of(), back.events());
        String welcome = back.socket().frames("welcome").toString();
        assertFalse(welcome.contains("\"" + room.conversation() + "\""), welcome);
      }
    }
    carol.me().get(room.conversationPath("/messages")).expect(404);
    carol.me().get(room.conversationPath("/events?after=0")).expect(404);
    carol.me().get(room.path("")).expect(404);
  }

  @Test
  void everyRoleMayWhatItsTableSays() {
    TestingRoom room = TestingRoom.hidden(ada, bob, carol);
    try (RoomMember bobs = RoomMember.connect(bob, stack.gateway(1), room.conversation())) {
      long message = bobs.post("Pin me");
      Map<String, Object> pin = Map.of("type", "pin", "target", message, "on", true);
      Map<String, Object> moderator = Map.of("role", "moderator");
      assertEquals("not_allowed", bobs.send(pin).path("code").asText());
      bob.me().delete(room.member(carol)).expect(403);
      bob.me().patch(room.path(""), Map.of("topic", "mine")).expect(403);
      bob.me().patch(room.member(bob), moderator).expect(403);
      ada.me().patch(room.member(bob), moderator).expect(200);
      JsonNode changed = bobs.await("role_changed");
      assertEquals("moderator", changed.get("role").asText());
      assertEquals("ack", bobs.send(pin).get("type").asText());
      bob.me().delete(room.member(carol)).expect(200);
      assertEquals("not_allowed", bob.me().delete(room.member(ada)).expect(403).code());
      bob.me().patch(room.member(bob), Map.of("role", "owner")).expect(403);
    }
  }

  @Test
  void aRoomNeverLosesItsLastOwner() {
    TestingRoom room = TestingRoom.hidden(ada, bob);
    assertEquals("last_owner", ada.me().post(room.path("/leave"), "").expect(409).code());
    assertEquals(
        "last_owner",
        ada.me().patch(room.member(ada), Map.of("role", "member")).expect(409).code());
    ada.me().post(room.path("/leave"), Map.of("successor", bob.id())).expect(200);
    JsonNode settings = bob.me().get(room.path("")).expect(200).json();
    assertEquals("owner", settings.get("role").asText());
    assertEquals(1, settings.get("members").intValue());
  }

  @Test
  void anArchivedRoomIsReadAndNotChanged() {
    TestingRoom room = TestingRoom.hidden(ada, bob);
    try (RoomMember bobs = RoomMember.connect(bob, stack.gateway(1), room.conversation())) {
      long message = bobs.post("The last word");
      ada.me().post(room.path("/archive"), "").expect(200);
      assertTrue(bobs.await("room_changed").get("archived").booleanValue());
      JsonNode refused = bobs.send(Map.of("type", "delete", "target", message));
      assertEquals("room_archived", refused.path("code").asText(), refused.toString());
      assertEquals(message + 1, room.log(bob).getLast().get("seq").longValue());
      ada.me().post(room.path("/unarchive"), "").expect(200);
      bobs.post("After all");
    }
  }

  @Test
  void aPublicRoomIsFoundJoinedAndReadFromItsBeginning() {
    TestingRoom room = TestingRoom.open(ada);
    ada.me()
        .post(
            room.conversationPath("/events"),
            Map.of("type", "post", "client_id", "first", "content", "Welcome"))
        .expect(200);
    JsonNode listed = bob.me().get("/rooms?query=" + room.name()).expect(200).json();
    assertEquals(room.conversation(), listed.at("/rooms/0/conversation").asText());
    assertEquals(1, listed.at("/rooms/0/members").intValue());
    assertEquals(
        "not_a_member", bob.me().get(room.conversationPath("/messages")).expect(403).code());
    try (RoomMember bobs = RoomMember.connect(bob, stack.gateway(1), "global")) {
      JsonNode ack = bob.me().post(room.path("/join"), "").expect(200).json();
      RoomMember member = new RoomMember(bob, bobs.socket(), room.conversation());
      JsonNode joined = member.await("joined");
      assertEquals(ack.get("seq"), joined.get("seq"));
      assertEquals("joined", joined.get("how").asText());
      JsonNode page = bob.me().get(room.conversationPath("/messages")).expect(200).json();
      assertEquals("Welcome", page.at("/messages/0/content").asText());
    }
  }
}
