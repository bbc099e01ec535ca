package dev.parley.system.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody sees a text that was edited or deleted before they asked. */
@WithStack
class ErasureTest {

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;
  private final TestingAccount carol;

  ErasureTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
    carol = TestingAccount.register(stack.edge(), "carol");
  }

  /** At both gateways: each remembers, for those who come back, what its members got live. */
  @Test
  void whoResumesAfterADeletionNeverSeesTheText() {
    TestingRoom room = TestingRoom.hidden(ada, bob, carol);
    long before = room.log(ada).getLast().get("seq").longValue();
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), room.conversation());
        RoomMember carols = RoomMember.connect(carol, stack.gateway(1), room.conversation())) {
      long message = adas.post("first secret");
      long edited = adas.edit(message, "second secret");
      adas.react(message, "👍", true);
      adas.pin(message, true);
      long deleted = adas.delete(message);
      List.of(adas, carols).forEach(member -> member.await(deleted));
      for (int gateway = 0; gateway < 2; gateway++) {
        List<JsonNode> events = resumed(room, gateway, before);
        assertEquals(
            LongStream.rangeClosed(message, deleted).boxed().toList(),
            events.stream().map(event -> event.get("seq").longValue()).toList());
        assertFalse(events.toString().contains("secret"), events.toString());
        JsonNode tombstone = events.getFirst();
        assertTrue(tombstone.get("deleted").booleanValue(), tombstone.toString());
        assertEquals("", tombstone.get("content").asText());
        JsonNode overtaken = events.get((int) (edited - message));
        assertTrue(overtaken.get("content").isNull(), overtaken.toString());
      }
      assertGoneOverHttp(room, message);
    }
  }

  private void assertGoneOverHttp(TestingRoom room, long message) {
    for (TestingAccount reader : List.of(ada, bob)) {
      Stream.of("/events?after=0", "/messages", "/pins")
          .map(path -> reader.me().get(room.conversationPath(path)).expect(200).body())
          .forEach(body -> assertFalse(body.contains("secret"), body));
    }
    String revisions = room.conversationPath("/messages/" + message + "/revisions");
    assertEquals("target_gone", ada.me().get(revisions).expect(404).code());
  }

  @Test
  void whoResumesAfterAnEditSeesTheNewTextOnly() {
    TestingRoom room = TestingRoom.hidden(ada, bob, carol);
    long before = room.log(ada).getLast().get("seq").longValue();
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), room.conversation());
        RoomMember carols = RoomMember.connect(carol, stack.gateway(1), room.conversation())) {
      long message = adas.post("old text");
      adas.edit(message, "older than the newest");
      long newest = adas.edit(message, "the newest");
      List.of(adas, carols).forEach(member -> member.await(newest));
      for (int gateway = 0; gateway < 2; gateway++) {
        List<JsonNode> events = resumed(room, gateway, before);
        assertFalse(events.toString().contains("old"), events.toString());
        assertEquals("the newest", events.getFirst().get("content").asText());
        assertEquals(newest, events.getFirst().get("content_seq").longValue());
        assertTrue(events.get(1).get("content").isNull(), events.toString());
        assertEquals("the newest", events.get(2).get("content").asText());
      }
    }
    String revisions =
        ada.me()
            .get(room.conversationPath("/messages/" + (before + 1) + "/revisions"))
            .expect(200)
            .body();
    assertTrue(revisions.contains("old text"), revisions);
    bob.me().get(room.conversationPath("/messages/" + (before + 1) + "/revisions")).expect(403);
  }

  private List<JsonNode> resumed(TestingRoom room, int gateway, long cursor) {
    try (RoomMember back =
        new RoomMember(
            bob,
            bob.secondProtocol(stack.gateway(gateway), Map.of(room.conversation(), cursor)),
            room.conversation())) {
      JsonNode resumed = back.await("resumed");
      assertTrue(resumed.get("complete").booleanValue(), resumed.toString());
      return back.events();
    }
  }
}
