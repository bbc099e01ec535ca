package dev.parley.system.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Rooms;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** G1 and G2 in a room: whatever happens there reaches all members, at both gateways, in order. */
@WithStack
class OneLogTest {

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;
  private final TestingAccount carol;
  private final TestingAccount dave;

  OneLogTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
    carol = TestingAccount.register(stack.edge(), "carol");
    dave = TestingAccount.register(stack.edge(), "dave");
  }

  @Test
  void everythingThatHappensReachesEveryMemberInOneOrder() {
    TestingRoom room = TestingRoom.hidden(ada, bob, carol);
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), room.conversation());
        RoomMember bobs = RoomMember.connect(bob, stack.gateway(1), room.conversation());
        RoomMember carols = RoomMember.connect(carol, stack.edge(), room.conversation())) {
      long morning = adas.post("Good morning");
      long mistake = bobs.post("A mistake");
      adas.edit(morning, "Good evening");
      bobs.react(morning, "👍", true);
      adas.pin(morning, true);
      bobs.delete(mistake);
      Rooms owner = ada.session().rooms();
      owner.change(room.id(), new Rooms.Changes("topic", null, "News", null, null, null));
      owner.changeRole(room.id(), bob.id(), "moderator", "promote");
      bob.session().rooms().add(room.id(), dave.id(), "add dave");
      dave.session().rooms().leave(room.id(), "leave");
      carol.me().post(room.conversationPath("/events"), post("c-1", "Over HTTP")).expect(200);
      adas.pin(morning, false);
      long last = bobs.react(morning, "👍", false);

      List<JsonNode> seen = eventsUpTo(last, adas);
      assertEquals(
          List.of(
              "chat",
              "chat",
              "edited",
              "reacted",
              "pinned",
              "deleted",
              "room_changed",
              "role_changed",
              "joined",
              "left",
              "chat",
              "pinned",
              "reacted"),
          seen.stream().map(event -> event.get("type").asText()).toList());
      assertEquals(LongStream.rangeClosed(morning, last).boxed().toList(), places(seen));
      assertEquals(seen, eventsUpTo(last, bobs));
      assertEquals(seen, eventsUpTo(last, carols));
      List<JsonNode> stored = room.log(carol);
      assertEquals(LongStream.rangeClosed(1, last).boxed().toList(), places(stored));
      assertEquals(lines(seen), lines(stored.subList((int) morning - 1, (int) last)));
    }
  }

  @Test
  void manyAtOnceOverBothGatewaysAndHttpHaveOneOrder() {
    int each = 25;
    TestingRoom room = TestingRoom.hidden(ada, bob, carol);
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), room.conversation());
        RoomMember bobs = RoomMember.connect(bob, stack.gateway(1), room.conversation())) {
      Stream.of(
              CompletableFuture.runAsync(() -> reactions(each, adas)),
              CompletableFuture.runAsync(() -> posts(each, bobs)),
              CompletableFuture.runAsync(() -> postsOverHttp(each, room)))
          .toList()
          .forEach(CompletableFuture::join);
      long last = 3 + 1 + 3 * each;
      List<JsonNode> seen = eventsUpTo(last, adas);
      assertEquals(LongStream.rangeClosed(4, last).boxed().toList(), places(seen));
      assertEquals(seen, eventsUpTo(last, bobs));
    }
  }

  private static void reactions(int count, RoomMember member) {
    long target = member.post("React to this");
    IntStream.range(0, count).forEach(i -> member.react(target, "🎉", i % 2 == 0));
  }

  private static void posts(int count, RoomMember member) {
    IntStream.range(0, count).forEach(i -> member.post("From a socket " + i));
  }

  private void postsOverHttp(int count, TestingRoom room) {
    for (int i = 0; i < count; i++) {
      carol
          .me()
          .post(room.conversationPath("/events"), post("h-" + i, "Over HTTP " + i))
          .expect(200);
    }
  }

  /** Also at a gateway that knew nothing of the room, because no member was connected to it. */
  @Test
  void whoIsAddedWhileConnectedGetsTheRoomFromTheirJoiningOn() {
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), "inbox-" + ada.id());
        RoomMember bobs = RoomMember.connect(bob, stack.gateway(1), "inbox-" + bob.id())) {
      TestingRoom room = TestingRoom.hidden(ada);
      assertEquals(room.conversation(), adas.await("added").at("/room/conversation").asText());
      RoomMember owner = new RoomMember(ada, adas.socket(), room.conversation());
      owner.post("Before bob");
      ada.session().rooms().add(room.id(), bob.id(), "add bob");
      JsonNode added = bobs.await("added");
      assertEquals("member", added.at("/room/role").asText());
      assertEquals(room.name(), added.at("/room/name").asText());
      RoomMember member = new RoomMember(bob, bobs.socket(), room.conversation());
      JsonNode joined = member.await("joined");
      assertEquals(added.get("at"), joined.get("seq"));
      assertEquals(bob.id(), joined.at("/user/id").longValue());
      long hello = owner.post("Hello bob");
      member.await(hello);
      long answer = member.post("Hello ada");
      owner.await(answer);
      assertEquals(
          LongStream.rangeClosed(joined.get("seq").longValue(), answer).boxed().toList(),
          places(eventsUpTo(answer, member)));
      assertFalse(member.events().toString().contains("Before bob"), member.events().toString());
    }
  }

  @Test
  void typingReachesTheOtherMembersAndNobodyElse() {
    TestingRoom room = TestingRoom.hidden(ada, bob);
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), room.conversation());
        RoomMember bobs = RoomMember.connect(bob, stack.gateway(1), room.conversation());
        RoomMember carols = RoomMember.connect(carol, stack.gateway(1), "global")) {
      adas.socket()
          .send(Map.of("type", "typing", "conversation", room.conversation(), "is_typing", true));
      bobs.await("typing");
      long end = carols.post("the end");
      carols.await(end);
      assertEquals(List.of(), carols.socket().frames("typing"));
    }
  }

  private static Map<String, Object> post(String clientId, String content) {
    return Map.of("type", "post", "client_id", clientId, "content", content);
  }

  private static List<JsonNode> eventsUpTo(long last, RoomMember member) {
    if (member.events().stream().noneMatch(event -> event.get("seq").longValue() == last)) {
      member.await(last);
    }
    return member.events();
  }

  private static List<Long> places(List<JsonNode> events) {
    return events.stream().map(event -> event.get("seq").longValue()).toList();
  }

  /** What stays the same when an event is read later. */
  private static List<String> lines(List<JsonNode> events) {
    return events.stream()
        .map(
            event ->
                String.join(
                    " ",
                    event.get("seq").asText(),
                    event.get("type").asText(),
                    event.get("sender").asText(),
                    event.get("timestamp").asText()))
        .toList();
  }
}
