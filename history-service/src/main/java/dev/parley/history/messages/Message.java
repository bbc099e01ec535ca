package dev.parley.history.messages;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.StoredMessage;
import java.time.Instant;

/**
 * A message as HTTP clients read it: {@code
 * {"conversation":"dm-12-57","seq":7,"sender_id":12,"sender":"ada","recipient":"bob",
 * "is_global":false,"content":"hi","client_id":"c-1","timestamp":"2026-01-02T03:04:05.678901Z"}}.
 */
public record Message(
    ConversationId conversation,
    Sequence seq,
    UserId senderId,
    String sender,
    String recipient,
    boolean isGlobal,
    String content,
    ClientId clientId,
    Instant timestamp) {

  public static Message of(StoredMessage stored) {
    User recipient = stored.recipient();
    return new Message(
        stored.conversation(),
        stored.seq(),
        stored.sender().id(),
        stored.sender().username(),
        recipient == null ? null : recipient.username(),
        recipient == null,
        stored.content(),
        stored.clientId(),
        stored.timestamp());
  }
}
