package dev.parley.chaos.evidence;

import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.Event;
import java.util.Set;

/** What a client did or saw, in the order in which it happened to it. */
public sealed interface ClientEvent {

  /** Nanoseconds since the run began. */
  long at();

  /** A client counts its connections from 1. */
  int connection();

  /** The upgrade succeeded; nothing was received yet. A session is a login of this client. */
  record Opened(long at, int connection, int session) implements ClientEvent {}

  /** The first frame: {@code welcome}, or the first list of users. */
  record Greeted(long at, int connection) implements ClientEvent {}

  /**
   * @param code 1006 where there was no close frame; 0 where the client itself let go
   */
  record Closed(long at, int connection, int code) implements ClientEvent {}

  /**
   * @param clientId empty in the first protocol
   * @param content of a message or an edit; of other commands their {@code client_id}
   * @param again it was sent before
   * @param frame all of it
   */
  record Sent(
      long at, int connection, String clientId, String content, boolean again, ClientFrame frame)
      implements ClientEvent {}

  record Acknowledged(
      long at, int connection, String clientId, String conversation, long seq, boolean duplicate)
      implements ClientEvent {}

  /**
   * An {@code error} frame.
   *
   * @param clientId empty where it named none
   */
  record Refused(long at, int connection, String clientId, String code) implements ClientEvent {}

  /**
   * An event that was shown.
   *
   * @param sender empty where the server acts
   * @param paged read over HTTP, after a {@code resumed} that was not complete
   */
  record Delivered(
      long at,
      int connection,
      String conversation,
      long seq,
      long senderId,
      String sender,
      Event event,
      boolean paged)
      implements ClientEvent {

    /** The text of a message or an edit, or the empty string. */
    public String content() {
      return Posts.text(event);
    }

    /** Whether it tells that this user is in the room from here on. */
    public boolean isArrivalOf(long user) {
      return event instanceof Event.Joined joined && joined.user().id() == user;
    }
  }

  /** The client was told that this conversation is not its user's, and has dropped it. */
  record Dropped(long at, int connection, String conversation) implements ClientEvent {}

  /** An event that the client read at the end, because it came before the user did. */
  record LookedUp(
      long at, int connection, String conversation, long seq, long senderId, Event event)
      implements ClientEvent {}

  record Resumed(long at, int connection, String conversation, long lastSeq, boolean complete)
      implements ClientEvent {}

  /** A {@code presence} frame of the second protocol; sets that it does not have are empty. */
  record PresenceTold(
      long at, int connection, Set<String> full, Set<String> joined, Set<String> left)
      implements ClientEvent {
    public PresenceTold {
      full = Set.copyOf(full);
      joined = Set.copyOf(joined);
      left = Set.copyOf(left);
    }

    public boolean isAbout(String username) {
      return full.contains(username) || joined.contains(username) || left.contains(username);
    }
  }

  /** Whoever wants a session to end has asked for it; the answer may never arrive. */
  record EndRequested(long at, int connection, int session) implements ClientEvent {}

  /** The server confirmed that this session is over: by a logout, or from another device. */
  record SessionEnded(long at, int connection, int session) implements ClientEvent {}

  /** The person closed the client. */
  record WentAway(long at, int connection) implements ClientEvent {}

  record CameBack(long at, int connection) implements ClientEvent {}
}
