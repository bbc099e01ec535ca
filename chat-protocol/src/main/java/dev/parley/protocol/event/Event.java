package dev.parley.protocol.event;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import java.time.Instant;
import java.util.Objects;

/**
 * One event of a conversation's log. Its JSON is the frame that clients of {@code parley.v2} get,
 * everywhere: {@code {"type":"reacted","conversation":"room-34","seq":815,"sender_id":57,
 * "sender":"bob","timestamp":"…","target":810,"emoji":"👍","on":true}}.
 *
 * @param sender null where the server acts
 * @param clientId null where the sender chose none
 */
@JsonSerialize(using = EventWriter.class)
@JsonDeserialize(using = EventReader.class)
public record Event(
    ConversationId conversation,
    Sequence seq,
    User sender,
    Instant timestamp,
    ClientId clientId,
    EventBody body) {

  public Event {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(seq, "seq");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(body, "body");
  }
}
