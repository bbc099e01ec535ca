package dev.parley.protocol.append;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.event.Event;
import java.time.Instant;
import java.util.List;

/** What became of a command. A refused one never affects the others of its batch. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Receipt.Stored.class, name = "stored"),
  @JsonSubTypes.Type(value = Receipt.Duplicate.class, name = "duplicate"),
  @JsonSubTypes.Type(value = Receipt.Unchanged.class, name = "unchanged"),
  @JsonSubTypes.Type(value = Receipt.Refused.class, name = "refused"),
})
public sealed interface Receipt {

  /**
   * It is on disk.
   *
   * @param seq of its event, or of its first one
   * @param timestamp the time of the commit's statement by the database's clock, microseconds
   * @param events all that it made, in all logs, in the order in which each log has them; left out
   *     for a post outside of rooms, of whose only event the gateway knows everything
   */
  record Stored(
      ConversationId conversation,
      Sequence seq,
      Instant timestamp,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Event> events)
      implements Receipt {
    public Stored {
      events = events == null ? List.of() : List.copyOf(events);
    }
  }

  /** Its sender used the same {@code client_id} before: this is the event of the first time. */
  record Duplicate(ConversationId conversation, Sequence seq, Instant timestamp)
      implements Receipt {}

  /** Everything was as the command wants it. */
  record Unchanged(ConversationId conversation) implements Receipt {}

  /**
   * Nothing was stored.
   *
   * @param detail the sentence for the client; null for the code's own
   */
  record Refused(ErrorCode code, String detail) implements Receipt {}
}
