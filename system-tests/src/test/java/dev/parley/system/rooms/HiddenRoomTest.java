package dev.parley.system.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.frame.WireJson;
import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** G5: for others a private room answers, byte for byte, as one that never was. */
@WithStack
class HiddenRoomTest {

  private static final TestingRoom NONE = new TestingRoom(9_007_199_254_740_991L, "none");

  private static final List<Map<String, Object>> COMMANDS =
      List.of(
          Map.of("type", "post", "content", "hello"),
          Map.of("type", "edit", "target", 4, "content", "other"),
          Map.of("type", "delete", "target", 4),
          Map.of("type", "react", "target", 4, "emoji", "👍", "on", true),
          Map.of("type", "pin", "target", 4, "on", true));

  private static final List<Map<String, Object>> SIGNALS =
      List.of(
          Map.of("type", "typing", "is_typing", true),
          Map.of("type", "read", "seq", 1),
          Map.of("type", "unread", "seq", 1));

  /** A method, a path below the room or its conversation, and all fields that it could want. */
  private static final List<String> REQUESTS =
      List.of(
          "GET {room}",
          "PATCH {room}",
          "POST {room}/archive",
          "POST {room}/unarchive",
          "POST {room}/join",
          "POST {room}/leave",
          "GET {room}/members",
          "PUT {room}/members/{user}",
          "PATCH {room}/members/{user}",
          "DELETE {room}/members/{user}",
          "GET {room}/bans",
          "PUT {room}/bans/{user}",
          "DELETE {room}/bans/{user}",
          "GET {conversation}/messages",
          "GET {conversation}/messages/4/revisions",
          "GET {conversation}/events",
          "GET {conversation}/pins",
          "PUT {conversation}/read",
          "PUT {conversation}/settings");

  private static final Map<String, Object> FIELDS =
      Map.of("topic", "news", "role", "member", "seq", 1, "notify", "all");

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;
  private final TestingAccount eve;
  private final TestingRoom room;
  private final long message;

  HiddenRoomTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
    eve = TestingAccount.register(stack.edge(), "eve");
    room = TestingRoom.hidden(ada, bob, eve);
    message =
        eve.me()
            .post(room.conversationPath("/events"), fields("post", "secret"))
            .expect(200)
            .json()
            .get("seq")
            .longValue();
  }

  private static Map<String, Object> fields(String type, String content) {
    return Map.of("type", type, "client_id", RandomLetters.of(12), "content", content);
  }

  @Test
  void everyRequestOfAStrangerIsAnsweredAlike() {
    assertAlike(TestingAccount.register(stack.edge(), "stranger"));
  }

  /** Eve wrote the message that the commands are about. */
  @Test
  void everyRequestOfSomebodyWhoWasRemovedIsAnsweredAlike() {
    ada.me().delete(room.member(eve)).expect(200);
    assertAlike(eve);
    assertUntouched();
  }

  private void assertUntouched() {
    List<JsonNode> log = room.log(ada);
    assertEquals("left", log.getLast().get("type").asText());
    assertEquals(message + 1, log.getLast().get("seq").longValue());
    assertEquals("secret", log.get((int) message - 1).get("content").asText());
  }

  private void assertAlike(TestingAccount outsider) {
    for (String request : REQUESTS) {
      HttpAnswer ofRoom = ask(outsider, request, room, FIELDS);
      assertEquals(404, ofRoom.status(), request + " " + ofRoom);
      assertEquals(bytes(ask(outsider, request, NONE, FIELDS)), bytes(ofRoom), request);
    }
    for (Map<String, Object> command : COMMANDS) {
      HttpAnswer ofRoom = ask(outsider, "POST {conversation}/events", room, command);
      assertEquals(404, ofRoom.status(), command + " " + ofRoom);
      assertEquals(
          bytes(ask(outsider, "POST {conversation}/events", NONE, command)),
          bytes(ofRoom),
          command.toString());
    }
  }

  private HttpAnswer ask(
      TestingAccount outsider, String request, TestingRoom of, Map<String, Object> fields) {
    String[] parts = request.split(" ", 2);
    String path =
        parts[1]
            .replace("{room}", of.path(""))
            .replace("{conversation}", of.conversationPath(""))
            .replace("{user}", Long.toString(bob.id()));
    Http http = outsider.me().with("X-Request-Id", "the-same");
    return switch (parts[0]) {
      case "GET" -> http.get(path);
      case "DELETE" -> http.delete(path);
      case "POST" -> http.post(path, fields);
      case "PUT" -> http.put(path, fields);
      case "PATCH" -> http.patch(path, fields);
      default -> throw new IllegalArgumentException(request);
    };
  }

  private static String bytes(HttpAnswer answer) {
    Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
    headers.remove("date");
    return answer.status() + " " + headers + " " + answer.body();
  }

  @Test
  void everyFrameOfAStrangerIsAnsweredAlikeAtBothGateways() {
    TestingAccount stranger = TestingAccount.register(stack.edge(), "stranger");
    ada.me().delete(room.member(eve)).expect(200);
    for (TestingAccount outsider : List.of(stranger, eve)) {
      for (int gateway = 0; gateway < 2; gateway++) {
        List<String> ofNone = answers(outsider, gateway, NONE);
        assertEquals(ofNone, answers(outsider, gateway, room));
        assertFalse(ofNone.isEmpty());
      }
    }
    assertUntouched();
  }

  /** Also while members are connected, so that the gateway knows the room. */
  @Test
  void aGatewayThatKnowsTheRoomAnswersStrangersAlike() {
    TestingAccount stranger = TestingAccount.register(stack.edge(), "stranger");
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), room.conversation())) {
      adas.await(adas.post("secret too"));
      assertEquals(answers(stranger, 0, NONE), answers(stranger, 0, room));
      assertEquals(List.of(), adas.socket().frames("typing"));
    }
  }

  private List<String> answers(TestingAccount outsider, int gateway, TestingRoom of) {
    try (RoomMember asking =
        new RoomMember(
            outsider,
            outsider.secondProtocol(stack.gateway(gateway), Map.of(of.conversation(), 1L)),
            of.conversation())) {
      asking.await("resumed");
      SIGNALS.forEach(
          signal -> {
            Map<String, Object> frame = new HashMap<>(signal);
            frame.put("conversation", of.conversation());
            asking.socket().send(frame);
          });
      for (int i = 0; i < COMMANDS.size(); i++) {
        asking.send(COMMANDS.get(i), "outside-" + i);
      }
      int all = SIGNALS.size() + COMMANDS.size();
      Eventually.get(
          all + " errors",
          TestingChatClient.LIMIT,
          () -> asking.socket().frames("error"),
          errors -> errors.size() >= all);
      return asking.socket().frames().stream()
          .filter(frame -> concerns(frame, of))
          .map(frame -> frame.toString().replace(of.conversation(), "{conversation}"))
          .sorted()
          .toList();
    }
  }

  private static boolean concerns(JsonNode frame, TestingRoom room) {
    return TestingChatClient.isOfType("error").test(frame)
        || frame.path("conversation").asText().equals(room.conversation());
  }

  /** Neither live nor in any list, whatever is asked for. */
  @Test
  void whatBecomesOfItIsToldToItsMembersAlone() {
    TestingAccount stranger = TestingAccount.register(stack.edge(), "stranger");
    String name = "renamed-" + RandomLetters.of(10);
    try (RoomMember adas = RoomMember.connect(ada, stack.gateway(0), room.conversation());
        TestingChatClient near = stranger.secondProtocol(stack.gateway(0));
        TestingChatClient far = stranger.onAnotherDevice().secondProtocol(stack.gateway(1))) {
      List.of(near, far).forEach(socket -> socket.await("resumed"));
      ada.me().patch(room.path(""), Map.of("name", name)).expect(200);
      ada.me().post(room.path("/archive"), "").expect(200);
      ada.me().post(room.path("/unarchive"), Map.of("name", name + "-again")).expect(200);
      adas.await(message + 3);
      RoomMember global = new RoomMember(ada, adas.socket(), "global");
      String end = "the end " + RandomLetters.of(8);
      global.post(end);
      for (TestingChatClient socket : List.of(near, far)) {
        socket.awaitChat(end);
        String frames = socket.frames().toString();
        assertFalse(tellsOf(name, frames), frames);
      }
    }
    for (String query : List.of("", "r", name.substring(0, 9), name)) {
      String found = stranger.me().get("/rooms?limit=200&query=" + query).expect(200).body();
      assertFalse(tellsOf(name, found), found);
    }
  }

  private boolean tellsOf(String name, String json) {
    return json.contains(name) || json.contains("\"" + room.conversation() + "\"");
  }

  @Test
  void noListAndNoCountTellsOfIt() {
    TestingAccount stranger = TestingAccount.register(stack.edge(), "stranger");
    String nothing = RandomLetters.of(room.name().length());
    assertEquals(
        stranger.me().get("/rooms?query=" + nothing).expect(200).body(),
        stranger.me().get("/rooms?query=" + room.name()).expect(200).body());
    String lists = stranger.me().get("/conversations").expect(200).body();
    assertFalse(lists.contains(room.conversation()) || lists.contains(room.name()), lists);
    String greeting = greeting(stranger);
    TestingRoom another = TestingRoom.hidden(ada, bob);
    assertEquals(greeting, greeting(stranger));
    String everything = WireJson.write(stranger.me().get("/rooms?limit=200").expect(200).json());
    assertFalse(everything.contains(another.name()) || everything.contains(room.name()));
  }

  private String greeting(TestingAccount account) {
    try (TestingChatClient socket = account.secondProtocol(stack.gateway(1))) {
      List<String> names =
          socket.await("welcome").get("conversations").findValuesAsText("conversation");
      return names.stream().sorted().toList().toString();
    }
  }
}
