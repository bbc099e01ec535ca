package dev.parley.history.messages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A message as it is now: all fields of its {@code chat} frame, and {@code
 * {"edited_at":null,"pinned":false,"reactions":[]}}.
 *
 * @param editedAt null if it was never edited
 */
@RegisterForReflection
record MessageState(
    @JsonUnwrapped Event message, Instant editedAt, boolean pinned, List<Reaction> reactions) {

  /**
   * {@code {"emoji":"👍","users":[57],"count":1,"mine":false}}.
   *
   * @param users the first ones, at most 20
   * @param count how many there are in all
   * @param mine whether the reader is one of them
   */
  @RegisterForReflection
  record Reaction(Emoji emoji, List<UserId> users, int count, boolean mine) {}

  MessageState with(List<Reaction> found) {
    return new MessageState(message, editedAt, pinned, found);
  }

  long seq() {
    return message.seq().value();
  }
}
