package dev.parley.history.rooms;

import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A room that a test created, with a name that no other one has. */
public record TestingRoom(ConversationId.Room conversation, String name, TestingUser owner) {

  public static TestingRoom open(TestingUser owner, TestingUser... members) {
    return create(owner, "public", members);
  }

  public static TestingRoom hidden(TestingUser owner, TestingUser... members) {
    return create(owner, "private", members);
  }

  private static TestingRoom create(TestingUser owner, String visibility, TestingUser... members) {
    String name = "room " + UUID.randomUUID();
    List<Long> ids = Arrays.stream(members).map(member -> member.user().id().value()).toList();
    Integer id =
        owner
            .post(
                "/rooms",
                "{\"name\":\""
                    + name
                    + "\",\"visibility\":\""
                    + visibility
                    + "\",\"members\":"
                    + ids
                    + "}")
            .statusCode(201)
            .extract()
            .path("id");
    return new TestingRoom(new ConversationId.Room(id), name, owner);
  }

  public String path() {
    return "/rooms/" + conversation.id();
  }

  public String path(TestingUser member) {
    return path() + "/members/" + member.user().id();
  }

  public String ban(TestingUser user) {
    return path() + "/bans/" + user.user().id();
  }

  public String events() {
    return "/conversations/" + conversation + "/events";
  }

  public String messages() {
    return "/conversations/" + conversation + "/messages";
  }

  /** The sequence of the message. */
  public int post(TestingUser sender, String content) {
    return command(sender, "{\"type\":\"post\",\"content\":\"" + content + "\"}")
        .statusCode(200)
        .extract()
        .path("seq");
  }

  public ValidatableResponse command(TestingUser sender, String frame) {
    return sender.post(events(), frame);
  }
}
