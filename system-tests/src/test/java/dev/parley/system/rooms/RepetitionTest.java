package dev.parley.system.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** G4 over HTTP: the same command under the same {@code client_id} is done once. */
@WithStack
class RepetitionTest {

  private final TestingAccount ada;
  private final TestingAccount bob;
  private final TestingAccount carol;
  private final RunningStack stack;

  RepetitionTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
    carol = TestingAccount.register(stack.edge(), "carol");
  }

  @Test
  void aRoomIsCreatedOnce() {
    String name = "once-" + RandomLetters.of(8);
    Map<String, Object> request =
        Map.of(
            "client_id", "create",
            "name", name,
            "topic", "",
            "visibility", "private",
            "members", List.of(bob.id()));
    JsonNode room = ada.me().post("/rooms", request).expect(201).json();
    assertEquals(room, ada.me().post("/rooms", request).expect(201).json());
    JsonNode found = ada.me().get("/rooms?query=" + name).expect(200).json();
    assertEquals(1, found.get("rooms").size(), found.toString());
  }

  @Test
  void everyCommandIsDoneOnce() {
    TestingRoom room = TestingRoom.open(ada, bob);
    String events = room.conversationPath("/events");
    long message = twice(room, ada, "POST", events, Map.of("type", "post", "content", "once"));
    Map<String, Object> target = Map.of("target", message);
    twice(room, ada, "POST", events, with(target, "type", "edit", "content", "twice"));
    twice(room, bob, "POST", events, with(target, "type", "react", "emoji", "👍", "on", true));
    twice(room, ada, "POST", events, with(target, "type", "pin", "on", true));
    twice(room, ada, "POST", events, with(target, "type", "delete"));
    twice(room, ada, "PATCH", room.path(""), Map.of("topic", "news"));
    twice(room, carol, "POST", room.path("/join"), Map.of());
    twice(room, carol, "POST", room.path("/leave"), Map.of());
    twice(room, bob, "PUT", room.member(carol), Map.of());
    twice(room, ada, "PATCH", room.member(carol), Map.of("role", "moderator"));
    twice(room, ada, "DELETE", room.member(carol), Map.of());
    twice(room, ada, "PUT", room.ban(carol), Map.of());
    twice(room, ada, "POST", room.path("/archive"), Map.of());
    twice(room, ada, "POST", room.path("/unarchive"), Map.of());
    twice(room, ada, "POST", room.path("/leave"), Map.of("successor", bob.id()));
  }

  private static Map<String, Object> with(Map<String, Object> fields, Object... more) {
    Map<String, Object> all = new HashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  /** The second time the sender may have lost the right to it: {@code leave} does that itself. */
  private static long twice(
      TestingRoom room, TestingAccount who, String method, String path, Map<String, Object> body) {
    String clientId = RandomLetters.of(12);
    JsonNode first = call(who, method, path, body, clientId);
    JsonNode second = call(who, method, path, body, clientId);
    String both = method + " " + path + " " + first + second;
    assertFalse(first.path("duplicate").asBoolean(true), both);
    assertTrue(second.path("duplicate").asBoolean(false), both);
    for (String field : List.of("client_id", "conversation", "seq", "timestamp")) {
      assertEquals(first.get(field), second.get(field), both);
    }
    assertEquals(clientId, first.get("client_id").asText());
    assertEquals(room.conversation(), first.get("conversation").asText());
    return first.get("seq").longValue();
  }

  private static JsonNode call(
      TestingAccount who, String method, String path, Map<String, Object> body, String clientId) {
    Http http = who.me();
    Map<String, Object> fields = with(body, "client_id", clientId);
    HttpAnswer answer =
        switch (method) {
          case "POST" -> http.post(path, fields);
          case "PUT" -> http.put(path, fields);
          case "PATCH" -> http.patch(path, fields);
          default -> http.delete(path + "?client_id=" + clientId);
        };
    return answer.expect(200).json();
  }

  /** What is sent over HTTP after a socket lost its answer is the same command. */
  @Test
  void aCommandOfASocketIsKnownOverHttpToo() {
    TestingRoom room = TestingRoom.hidden(ada, bob);
    Map<String, Object> post = Map.of("type", "post", "content", "once");
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), room.conversation())) {
      JsonNode first = adas.send(post, "lost-answer");
      JsonNode again = call(ada, "POST", room.conversationPath("/events"), post, "lost-answer");
      assertTrue(again.get("duplicate").booleanValue(), again.toString());
      assertEquals(first.get("seq"), again.get("seq"));
      assertEquals(first.get("timestamp"), again.get("timestamp"));
    }
  }

  @Test
  void settingsAreChangedOnce() {
    TestingRoom room = TestingRoom.hidden(ada, bob);
    Map<String, Object> settings = Map.of("notify", "nothing");
    String path = room.conversationPath("/settings");
    JsonNode first = call(bob, "PUT", path, settings, "settings");
    JsonNode again = call(bob, "PUT", path, settings, "settings");
    assertTrue(again.path("duplicate").asBoolean(false), again.toString());
    assertEquals(first.get("seq"), again.get("seq"));
  }
}
