package dev.parley.client.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.client.frame.Command;
import dev.parley.client.frame.ConversationState;
import dev.parley.client.frame.FrameReader;
import dev.parley.client.frame.FrameWriter;
import dev.parley.client.frame.Person;
import dev.parley.client.frame.ServerFrame;
import java.util.List;
import java.util.Map;

/**
 * A user who is logged in. Every call blocks; it fails with a {@link RefusedException} where the
 * server says no, and with an {@link java.io.UncheckedIOException} where it says nothing.
 */
public record Session(Http http, String token, Person user) {

  private static final int PAGE = 200;

  /** The calls that are not here, with this session's token. */
  public Http asMe() {
    return http.bearing(token);
  }

  /** Rooms, their members and what the user may do there. */
  public Rooms rooms() {
    return new Rooms(asMe());
  }

  public Me me() {
    return asMe().get("/me").expect(200).as(Me.class);
  }

  /**
   * @param sessionId as {@code DELETE /sessions/{id}} wants it
   */
  public record Me(long id, String username, String createdAt, long sessionId, String expiresAt) {}

  public void logOut() {
    asMe().post("/logout").expect(200);
  }

  public List<OwnSession> sessions() {
    return asMe().get("/sessions").expect(200).listOf(OwnSession.class);
  }

  public record OwnSession(
      long id,
      String createdAt,
      String lastSeenAt,
      String expiresAt,
      String userAgent,
      boolean current) {}

  public void endSession(long id) {
    asMe().delete(WirePaths.of("/sessions/%d", id)).expect(200);
  }

  public void endOtherSessions() {
    asMe().delete("/sessions").expect(200);
  }

  public void changePassword(String current, String next) {
    asMe().post("/password", Map.of("current_password", current, "new_password", next)).expect(200);
  }

  /** Those whose name contains the query, best matches first. */
  public List<KnownUser> users(String query) {
    return asMe()
        .get(WirePaths.of("/users?order=match&query=%s", query))
        .expect(200)
        .listOf(KnownUser.class);
  }

  public record KnownUser(
      long id, String username, @JsonProperty("is_online") boolean online, String createdAt) {}

  /** First protocol: the last 50 messages to everybody, oldest first. */
  public List<OldMessage> globalMessages() {
    return asMe().get("/messages/global").expect(200).listOf(OldMessage.class);
  }

  /** First protocol: the last 50 between the user and this one. */
  public List<OldMessage> directMessages(String username) {
    return asMe()
        .get(WirePaths.of("/messages/direct/%s", username))
        .expect(200)
        .listOf(OldMessage.class);
  }

  public record OldMessage(
      long id, String content, String sender, String recipient, String createdAt) {}

  /** The user's conversations, the most recently active first. */
  public List<ConversationState> conversations() {
    return WirePaths.listOf(
        asMe().get("/conversations").expect(200).json().path("conversations"),
        ConversationState.class);
  }

  /** What happened in a conversation after a place, in order; {@value #PAGE} events at most. */
  public EventPage eventsAfter(String conversation, long seq) {
    return EventPage.of(
        asMe()
            .get(
                WirePaths.of(
                    "/conversations/%s/" + WirePaths.LOG + "?after=%d&limit=%d",
                    conversation,
                    seq,
                    PAGE))
            .expect(200)
            .json());
  }

  /** Does by HTTP what a socket would do, as often as it is called: once. */
  public ServerFrame.Ack command(String conversation, Command command) {
    return (ServerFrame.Ack)
        FrameReader.read(
            asMe()
                .post(
                    WirePaths.of("/conversations/%s/events", conversation),
                    FrameWriter.write(command))
                .expect(200)
                .body());
  }

  /** Where the read mark is now. */
  public long read(String conversation, long seq) {
    return asMe()
        .put(WirePaths.of("/conversations/%s/read", conversation), Map.of("seq", seq))
        .expect(200)
        .json()
        .path("read_seq")
        .asLong();
  }

  /**
   * @param notifications {@code "all"}, {@code "mentions"} or {@code "nothing"}
   * @param mutedUntil ISO 8601, or null
   */
  public void changeSettings(String conversation, String notifications, String mutedUntil) {
    asMe()
        .put(
            WirePaths.of("/conversations/%s/settings", conversation),
            new Settings(notifications, mutedUntil))
        .expect(200);
  }

  private record Settings(@JsonProperty("notify") String notifications, String mutedUntil) {}
}
