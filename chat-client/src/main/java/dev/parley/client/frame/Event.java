package dev.parley.client.frame;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What can happen in a conversation. {@code target} is the place of the message it is about. */
public sealed interface Event {

  /**
   * A message; {@code chat} on the wire. Read from storage it shows its current state: the newest
   * {@code content}, from the edit at {@code contentSeq}; a deleted one has none.
   *
   * @param recipient of a direct message; null for everybody and in rooms
   * @param room the room's name; null elsewhere
   * @param delivered not null in a {@code chat_sent} of the first protocol, which its sender gets
   */
  record Posted(
      String content,
      String recipient,
      @JsonProperty("is_global") boolean global,
      String room,
      List<Mention> mentions,
      Long replyTo,
      Long thread,
      List<String> attachments,
      Long contentSeq,
      boolean deleted,
      Boolean delivered)
      implements Event {
    public Posted {
      mentions = Lists.copyOf(mentions);
      attachments = Lists.copyOf(attachments);
    }
  }

  /**
   * @param content null where a later edit has overtaken it
   */
  record Edited(long target, String content, List<Mention> mentions) implements Event {
    public Edited {
      mentions = Lists.copyOf(mentions);
    }
  }

  record Deleted(long target) implements Event {}

  record Reacted(long target, String emoji, boolean on) implements Event {}

  record Pinned(long target, boolean on) implements Event {}

  /**
   * @param how {@code "created"}, {@code "joined"} or {@code "invited"}
   */
  record Joined(Person user, String how, String role) implements Event {}

  /**
   * @param how {@code "left"}, {@code "removed"} or {@code "banned"}
   */
  record Left(Person user, String how) implements Event {}

  record RoleChanged(Person user, String role) implements Event {}

  record RoomChanged(
      String name, String topic, String visibility, String whoMayPost, boolean archived)
      implements Event {}

  /** Everything at these places is erased, as by {@code deleted}. */
  record Erased(List<List<Long>> ranges) implements Event {
    public Erased {
      ranges = Lists.copyOf(ranges);
    }
  }

  /** Everything that this user wrote up to a place is erased. */
  record AuthorErased(Person user, long upTo) implements Event {}

  /** A message's links look like this; none where its author took them away. */
  record Previewed(long target, List<Preview> previews) implements Event {
    public Previewed {
      previews = Lists.copyOf(previews);
    }
  }

  record Preview(String url, String title, String text, String site, String image) {}

  record CallStarted(String callId) implements Event {}

  record CallEnded(String callId, String how, Long seconds) implements Event {}

  /** Inbox: the user is in this room from the place {@code at} on. */
  record Added(ConversationState room, long at) implements Event {}

  /** Inbox: the user left this conversation, or had to. */
  record Removed(@JsonProperty("in") String conversation, long at) implements Event {}

  /** Inbox: a message names the user. */
  record Mentioned(@JsonProperty("in") String conversation, long at) implements Event {}

  /** Inbox: it no longer does. */
  record MentionWithdrawn(@JsonProperty("in") String conversation, long at) implements Event {}

  /** Inbox: the user's own settings of a conversation. */
  record SettingsChanged(
      @JsonProperty("in") String conversation,
      @JsonProperty("notify") String notifications,
      String mutedUntil)
      implements Event {}

  /** A type that this client does not know. It has a place, so it moves the cursor all the same. */
  record Unknown(String type) implements Event {}
}
