package dev.parley.system.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.contract.Wire;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A client of the first protocol notices nothing of what the second has more. */
@WithStack
class FirstProtocolBesideRoomsTest {

  private static final Set<String> FIRST = Set.of("chat", "user_list_update");

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount old;

  FirstProtocolBesideRoomsTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    old = TestingAccount.register(stack.edge(), "old");
  }

  @Test
  void itGetsMessagesAndNothingThatHappensToThem() {
    String mark = RandomLetters.of(8);
    try (TestingChatClient first = old.firstProtocol(stack.gateway(0));
        RoomMember adas = RoomMember.connect(ada, stack.gateway(1), "global")) {
      first.await("user_list_update");
      long kept = adas.post("Good morning " + mark);
      long mistake = adas.post("A mistake " + mark);
      adas.edit(kept, "Good evening " + mark);
      adas.react(kept, "👍", true);
      adas.delete(mistake);
      adas.await(adas.post("the end " + mark));
      JsonNode end = first.awaitChat("the end " + mark);
      Wire.assertHasFields(end, "type", "sender", "content", "timestamp", "is_global");
      assertEquals(
          List.of("Good morning " + mark, "A mistake " + mark, "the end " + mark),
          first.frames("chat").stream()
              .map(chat -> chat.get("content").asText())
              .filter(content -> content.endsWith(mark))
              .toList());
      assertOnlyFirst(first);
    }
    List<String> listed =
        old.me().get("/messages/global").expect(200).json().findValuesAsText("content");
    assertEquals(
        List.of("Good evening " + mark, "the end " + mark),
        listed.stream().filter(content -> content.endsWith(mark)).toList());
  }

  @Test
  void itGetsDirectMessagesAndTheirListsWithoutTheDeletedOnes() {
    String direct = "dm-" + ada.id() + "-" + old.id();
    try (TestingChatClient first = old.firstProtocol(stack.gateway(0));
        RoomMember adas = RoomMember.connect(ada, stack.gateway(1), "global")) {
      RoomMember withOld = new RoomMember(ada, adas.socket(), direct);
      long kept = withOld.post("Lunch?");
      long mistake = withOld.post("A mistake");
      first.awaitChat("A mistake");
      withOld.edit(kept, "Dinner?");
      withOld.pin(kept, true);
      withOld.await(withOld.delete(mistake));
      withOld.post("the end");
      first.awaitChat("the end");
      assertOnlyFirst(first);
      JsonNode list = old.me().get("/messages/direct/" + ada.username()).expect(200).json();
      assertEquals(List.of("Dinner?", "the end"), list.findValuesAsText("content"));
    }
  }

  @Test
  void itHearsNothingOfTheRoomsThatItsUserIsIn() {
    TestingRoom room = TestingRoom.hidden(ada);
    try (TestingChatClient first = old.firstProtocol(stack.gateway(0));
        RoomMember adas = RoomMember.connect(ada, stack.gateway(1), room.conversation())) {
      ada.session().rooms().add(room.id(), old.id(), "add");
      adas.await("joined");
      long secret = adas.post("only for the second protocol");
      adas.react(secret, "👍", true);
      adas.socket()
          .send(Map.of("type", "typing", "conversation", room.conversation(), "is_typing", true));
      ada.session().rooms().remove(room.id(), old.id(), "remove");
      adas.await("left");
      String end = "the end " + RandomLetters.of(8);
      new RoomMember(ada, adas.socket(), "global").post(end);
      first.awaitChat(end);
      assertOnlyFirst(first);
      String frames = first.frames().toString();
      assertFalse(frames.contains(room.conversation()) || frames.contains("only for"), frames);
    }
  }

  private static void assertOnlyFirst(TestingChatClient client) {
    Set<String> types =
        client.frames().stream()
            .map(frame -> frame.get("type").asText())
            .collect(Collectors.toSet());
    assertTrue(FIRST.containsAll(types), types.toString());
  }
}
