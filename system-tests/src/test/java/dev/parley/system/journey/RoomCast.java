package dev.parley.system.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A room in the pictures, with everything that can happen to its messages. */
final class RoomCast {

  private final TestingAccount lena;
  private final TestingAccount omar;
  private final String conversation;

  RoomCast(URI edge) {
    lena = TestingAccount.registerAs(edge, "Lena");
    omar = TestingAccount.registerAs(edge, "Omar");
    TestingAccount ruth = TestingAccount.registerAs(edge, "Ruth");
    conversation = room(lena, "Harbour festival", "Stage, sound and lights", "private");
    room(omar, "Book club", "One book a month", "public");
    room(omar, "Running on Tuesdays", "", "public");
    lena.me().put(roomPath() + "/members/" + omar.id(), Map.of()).expect(200);
    lena.me().put(roomPath() + "/members/" + ruth.id(), Map.of()).expect(200);
    talk(ruth);
  }

  private void talk(TestingAccount ruth) {
    long plan = say(lena, "The stage is 8 by 6 metres. Does the band need more?");
    say(omar, "They brought 14 people last year …");
    say(omar, "8 by 6 is fine, they say.");
    long code = say(ruth, "The code of the storage room is 4711.");
    act(ruth, Map.of("type", "edit", "target", code, "content", "The storage code is 4712."));
    act(lena, Map.of("type", "pin", "target", code, "on", true));
    List.of(lena, omar, ruth).forEach(person -> react(person, plan, "👍"));
    react(omar, plan, "🎉");
    react(ruth, code, "❤️");
    say(lena, "Thank you both! The lights come on Thursday.");
  }

  private static String room(TestingAccount owner, String name, String topic, String visibility) {
    Map<String, Object> draft = Map.of("name", name, "topic", topic, "visibility", visibility);
    return owner.me().post("/rooms", draft).expect(201).json().get("conversation").asText();
  }

  private String roomPath() {
    return "/rooms/" + conversation.substring("room-".length());
  }

  private long say(TestingAccount person, String text) {
    return act(person, Map.of("type", "post", "content", text)).get("seq").asLong();
  }

  private void react(TestingAccount person, long target, String emoji) {
    act(person, Map.of("type", "react", "target", target, "emoji", emoji, "on", true));
  }

  private JsonNode act(TestingAccount person, Map<String, Object> frame) {
    String path = "/conversations/" + conversation + "/events?client_id=" + RandomLetters.of(12);
    return person.me().post(path, frame).expect(200).json();
  }

  TestingAccount lena() {
    return lena;
  }

  String path() {
    return "/c/" + conversation;
  }
}
