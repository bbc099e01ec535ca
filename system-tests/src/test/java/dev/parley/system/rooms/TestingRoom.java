package dev.parley.system.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.HttpAnswer;
import dev.parley.client.http.Rooms;
import dev.parley.testing.Eventually;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import java.util.stream.Stream;

/** A room that a test has made, and its paths. */
record TestingRoom(long id, String name) {

  static TestingRoom hidden(TestingAccount owner, TestingAccount... members) {
    return of("private", owner, members);
  }

  static TestingRoom open(TestingAccount owner, TestingAccount... members) {
    return of("public", owner, members);
  }

  /** As a client would: a server that is busy is asked again, for the same room. */
  private static TestingRoom of(
      String visibility, TestingAccount owner, TestingAccount... members) {
    List<Long> ids = Stream.of(members).map(TestingAccount::id).toList();
    String name = "room-of-" + RandomLetters.of(10);
    Rooms.NewRoom request = new Rooms.NewRoom(RandomLetters.of(12), name, "", visibility, ids);
    HttpAnswer room =
        Eventually.get(
            "a new room",
            TestingChatClient.LIMIT,
            () -> owner.me().post("/rooms", request),
            answer -> answer.status() != 503);
    return new TestingRoom(number(room.expect(201).json().get("conversation").asText()), name);
  }

  static long number(String conversation) {
    return Long.parseLong(conversation.substring("room-".length()));
  }

  String conversation() {
    return "room-" + id;
  }

  String path(String rest) {
    return "/rooms/" + id + rest;
  }

  String member(TestingAccount account) {
    return path("/members/" + account.id());
  }

  String ban(TestingAccount account) {
    return path("/bans/" + account.id());
  }

  String conversationPath(String rest) {
    return "/conversations/" + conversation() + rest;
  }

  /** The log as the history service tells it. */
  List<JsonNode> log(TestingAccount reader) {
    JsonNode page = reader.me().get(conversationPath("/events?limit=200")).expect(200).json();
    return Stream.iterate(0, i -> i < page.get("events").size(), i -> i + 1)
        .map(page.get("events")::get)
        .toList();
  }
}
