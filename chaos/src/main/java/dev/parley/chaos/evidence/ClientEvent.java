package dev.parley.chaos.evidence;

import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.Event;
import java.util.Set;

/** Something that a client did or saw, in its own order. */
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
   * @param code 1006 without a close frame; 0 if the client itself disconnected
   */
  record Closed(long at, int connection, int code) implements ClientEvent {}

  /**
   * @param clientId empty in the first protocol
   * @param content the text of a message or an edit; the {@code client_id} of any other command
   * @param again whether it was sent before
   * @param frame the whole frame
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
   * @param clientId empty if the frame has none
   */
  record Refused(long at, int connection, String clientId, String code) implements ClientEvent {}

  /**
   * An event that was shown.
   *
   * @param sender empty if the server acts
   * @param paged whether it was read over HTTP, after an incomplete {@code resumed}
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

    /** Whether it says that this user is in the room from here on. */
    public boolean isArrivalOf(long user) {
      return event instanceof Event.Joined joined && joined.user().id() == user;
    }
  }

  /** The server said that this conversation is not the user's, and the client dropped it. */
  record Dropped(long at, int connection, String conversation) implements ClientEvent {}

  /** An event that the client read at the end, because it came before the user did. */
  record LookedUp(
      long at, int connection, String conversation, long seq, long senderId, Event event)
      implements ClientEvent {}

  record Resumed(long at, int connection, String conversation, long lastSeq, boolean complete)
      implements ClientEvent {}

  /** A {@code presence} frame of the second protocol; missing sets are empty. */
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

  /** A client asked for the end of a session; the answer may never arrive. */
  record EndRequested(long at, int connection, int session) implements ClientEvent {}

  /** The server confirmed that this session is over: by a logout, or from another device. */
  record SessionEnded(long at, int connection, int session) implements ClientEvent {}

  /** The user closed the client. */
  record WentAway(long at, int connection) implements ClientEvent {}

  record CameBack(long at, int connection) implements ClientEvent {}
}
