package dev.parley.history.commands;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.WireTime;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Says that a command is done, in the same words as on a socket: {@code
 * {"type":"ack","client_id":"6f1c-1","conversation":"room-34","seq":812,"timestamp":"…",
 * "duplicate":false}}, or {@code {"type":"ack","conversation":"room-34","unchanged":true}}.
 *
 * @param clientId null where the client sent none
 * @param seq of the command's event; null where there was nothing to do
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ack(
    ClientId clientId,
    ConversationId conversation,
    Sequence seq,
    String timestamp,
    Boolean duplicate,
    Boolean unchanged) {

  /** Fails where the command was refused. */
  static Ack of(Receipt receipt, ClientId clientId) {
    return switch (receipt) {
      case Receipt.Stored stored ->
          done(clientId, stored.conversation(), stored.seq(), stored.timestamp(), false);
      case Receipt.Duplicate first ->
          done(clientId, first.conversation(), first.seq(), first.timestamp(), true);
      case Receipt.Unchanged unchanged ->
          new Ack(clientId, unchanged.conversation(), null, null, null, true);
      case Receipt.Refused refused -> throw refusal(refused);
    };
  }

  private static Ack done(
      ClientId clientId, ConversationId conversation, Sequence seq, Instant time, boolean again) {
    return new Ack(clientId, conversation, seq, WireTime.format(time), again, null);
  }

  private static ParleyException refusal(Receipt.Refused refused) {
    return refused.detail() == null
        ? new ParleyException(refused.code())
        : new ParleyException(refused.code(), refused.detail());
  }

  @JsonProperty("type")
  String type() {
    return "ack";
  }
}
