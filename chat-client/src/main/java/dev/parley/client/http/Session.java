package dev.parley.client.http;

import dev.parley.client.frame.ConversationState;
import dev.parley.client.frame.Person;
import java.util.List;

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

  public void endSession(long id) {
    asMe().delete(WirePaths.of("/sessions/%d", id)).expect(200);
  }

  /** First protocol: the last 50 messages to everybody, oldest first. */
  public List<OldMessage> globalMessages() {
    return asMe().get("/messages/global").expect(200).listOf(OldMessage.class);
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
}
