package dev.parley.history.ledger;

import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.time.Instant;

/**
 * A message as it stands.
 *
 * @param key its idempotency key; null where it has none
 * @param postedAt when it was written, as people see it
 * @param contentSeq the edit that its content is from; null for the message itself
 * @param editedAt null where it was never edited
 * @param deletedAt null where it is not deleted
 * @param isNew whether this transaction stores it
 */
public record Message(
    UserId sender,
    String key,
    String content,
    Instant postedAt,
    Sequence contentSeq,
    Instant editedAt,
    Instant deletedAt,
    boolean isNew) {

  static Message posted(UserId sender, String key, String content, Instant now) {
    return new Message(sender, key, content, now, null, null, null, true);
  }

  Message edited(String newContent, Sequence by, Instant now) {
    return new Message(sender, key, newContent, postedAt, by, now, null, isNew);
  }

  /** The tombstone keeps who wrote it and when, and nothing of what. */
  Message erased(Instant now) {
    return new Message(sender, key, "", postedAt, contentSeq, editedAt, now, isNew);
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  Instant contentWrittenAt() {
    return editedAt == null ? postedAt : editedAt;
  }
}
