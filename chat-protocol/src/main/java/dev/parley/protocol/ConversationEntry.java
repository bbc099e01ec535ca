package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;

/**
 * A conversation as one of its members sees it, in {@code welcome} and in lists: {@code
 * {"conversation":"room-34","kind":"room","name":"ops","role":"member","first_seq":1,
 * "last_seq":812,"read_seq":800,"unread":1,"mentions":0,"notify":"mentions","archived":false,
 * "visibility":"private"}}. All of it is from one snapshot of the database, in which the
 * conversation had come to {@code lastSeq}.
 *
 * @param name of a room, or of the other user; null for global and the inbox
 * @param with the other user of a direct conversation, else null
 * @param firstSeq the first event that still exists
 * @param unread of others, after the read mark: up to 100 in direct conversations and the inbox,
 *     elsewhere 1 where there is any
 * @param mutedUntil null where it is not muted
 * @param visibility null where the conversation is not a room
 */
public record ConversationEntry(
    ConversationId conversation,
    Kind kind,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) User with,
    Role role,
    Sequence firstSeq,
    Sequence lastSeq,
    Sequence readSeq,
    int unread,
    int mentions,
    @JsonProperty("notify") Notify notifyOf,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant mutedUntil,
    boolean archived,
    @JsonInclude(JsonInclude.Include.NON_NULL) Visibility visibility) {

  /** More unread messages are not counted. */
  public static final int MAX_UNREAD = 100;

  public ConversationEntry {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(lastSeq, "lastSeq");
  }
}
