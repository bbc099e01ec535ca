package dev.parley.protocol.internal;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import java.time.Instant;

/**
 * A message as it was committed. {@code recipient} is null in the global conversation, {@code
 * clientId} where its sender chose none.
 */
public record StoredMessage(
    ConversationId conversation,
    Sequence seq,
    User sender,
    User recipient,
    ClientId clientId,
    String content,
    Instant timestamp) {

  public static StoredMessage of(NewMessage message, Sequence seq, Instant timestamp) {
    return new StoredMessage(
        message.conversation(),
        seq,
        message.sender(),
        message.recipient(),
        message.clientId(),
        message.content().value(),
        timestamp);
  }
}
