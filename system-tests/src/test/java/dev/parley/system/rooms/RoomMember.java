package dev.parley.system.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Eventually;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Somebody in a room, with a socket of the second protocol. */
record RoomMember(TestingAccount account, TestingChatClient socket, String room)
    implements AutoCloseable {

  private static final Set<String> EVENTS =
      Set.of(
          "chat",
          "edited",
          "deleted",
          "reacted",
          "pinned",
          "joined",
          "left",
          "role_changed",
          "room_changed");

  /** One who has nothing yet, and whom everything reaches from now on. */
  static RoomMember connect(TestingAccount account, URI gateway, String room) {
    return resume(account, gateway, room, Map.of());
  }

  static RoomMember resume(
      TestingAccount account, URI gateway, String room, Map<String, Long> cursors) {
    RoomMember member = new RoomMember(account, account.secondProtocol(gateway, cursors), room);
    member.await("resumed");
    return member;
  }

  /** The place of the new message. */
  long post(String content) {
    return done(Map.of("type", "post", "content", content));
  }

  long edit(long target, String content) {
    return done(Map.of("type", "edit", "target", target, "content", content));
  }

  long delete(long target) {
    return done(Map.of("type", "delete", "target", target));
  }

  long react(long target, String emoji, boolean on) {
    return done(Map.of("type", "react", "target", target, "emoji", emoji, "on", on));
  }

  long pin(long target, boolean on) {
    return done(Map.of("type", "pin", "target", target, "on", on));
  }

  /** As a client would: what a busy server could not save is sent again as the same command. */
  private long done(Map<String, Object> command) {
    String clientId = RandomLetters.of(12);
    JsonNode answer =
        Eventually.get(
            "the ack of " + command,
            TestingChatClient.LIMIT,
            () -> send(command, clientId),
            last -> !last.path("code").asText().equals("save_failed"));
    assertEquals("ack", answer.get("type").asText(), answer.toString());
    return answer.get("seq").longValue();
  }

  /** The {@code ack} or {@code error} of a command in the room, under a new {@code client_id}. */
  JsonNode send(Map<String, Object> command) {
    return send(command, RandomLetters.of(12));
  }

  JsonNode send(Map<String, Object> command, String clientId) {
    Map<String, Object> frame = new HashMap<>(command);
    frame.put("conversation", room);
    frame.put("client_id", clientId);
    socket.send(frame);
    Predicate<JsonNode> isAnswer =
        TestingChatClient.isOfType("ack").or(TestingChatClient.isOfType("error"));
    return socket.await(
        isAnswer.and(answer -> answer.path("client_id").asText().equals(clientId)),
        "the answer to " + frame);
  }

  /** The next frame of this type in the room. */
  JsonNode await(String type) {
    return socket.await(
        TestingChatClient.isOfType(type)
            .and(frame -> frame.path("conversation").asText().equals(room)),
        type + " in " + room);
  }

  /** Why a room is no longer the user's, in the words of their inbox. */
  JsonNode removed() {
    return socket.await("removed");
  }

  /** The frame of this place, and with it all before it. */
  JsonNode await(long seq) {
    return socket.await(
        frame -> isEvent(frame) && frame.get("seq").longValue() == seq, room + " at " + seq);
  }

  /** Every event of the room that the socket got, the first one first. */
  List<JsonNode> events() {
    return socket.frames().stream().filter(this::isEvent).toList();
  }

  private boolean isEvent(JsonNode frame) {
    return EVENTS.contains(frame.path("type").asText())
        && frame.path("conversation").asText().equals(room);
  }

  @Override
  public void close() {
    socket.close();
  }
}
