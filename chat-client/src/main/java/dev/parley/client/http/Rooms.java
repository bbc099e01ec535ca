package dev.parley.client.http;

import dev.parley.client.frame.ConversationState;
import java.util.List;
import java.util.Map;

/**
 * The requests about rooms. A change has a {@code clientId}: the same change again with the same
 * one is done once, for ever. A room is named by its number: 34 is {@code "room-34"}.
 *
 * @param http with the token of a session
 */
public record Rooms(Http http) {

  /**
   * @param topic null for none
   * @param visibility {@code "public"} or {@code "private"}
   * @param members user ids
   */
  public record NewRoom(
      String clientId, String name, String topic, String visibility, List<Long> members) {
    public NewRoom {
      members = members == null ? null : List.copyOf(members);
    }
  }

  public ConversationState create(NewRoom room) {
    return http.post("/rooms", room).expect(201).as(ConversationState.class);
  }

  /** What is null stays as it is. */
  public record Changes(
      String clientId,
      String name,
      String topic,
      String visibility,
      String whoMayPost,
      Long editWindowSeconds) {}

  public void change(long room, Changes changes) {
    http.patch(path(room, ""), changes).expect(200);
  }

  public void join(long room, String clientId) {
    http.post(path(room, "/join"), body(clientId)).expect(200);
  }

  public void leave(long room, String clientId) {
    http.post(path(room, "/leave"), body(clientId)).expect(200);
  }

  public void add(long room, long user, String clientId) {
    http.put(member(room, user), body(clientId)).expect(200);
  }

  public void changeRole(long room, long user, String role, String clientId) {
    http.patch(member(room, user), Map.of("role", role, "client_id", clientId)).expect(200);
  }

  public void remove(long room, long user, String clientId) {
    http.delete(member(room, user) + asked(clientId)).expect(200);
  }

  private static Map<String, String> body(String clientId) {
    return Map.of("client_id", clientId);
  }

  private static String asked(String clientId) {
    return WirePaths.of("?client_id=%s", clientId);
  }

  private static String path(long room, String rest) {
    return WirePaths.of("/rooms/%d", room) + rest;
  }

  private static String member(long room, long user) {
    return path(room, WirePaths.of("/members/%d", user));
  }
}
