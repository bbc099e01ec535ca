package dev.parley.protocol.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import java.util.Objects;

/**
 * A message to be stored. {@code recipient} is present exactly in a direct conversation. {@code
 * clientId} is present if the sender chose one. Otherwise {@code gatewayKey} may be present, so
 * that a gateway can retry after a missing answer.
 */
public record NewMessage(
    ConversationId conversation,
    User sender,
    User recipient,
    ClientId clientId,
    GatewayKey gatewayKey,
    MessageContent content) {

  public NewMessage {
    Objects.requireNonNull(content, "content");
    if (!conversation.equals(conversationOf(sender, recipient))) {
      throw new IllegalArgumentException("these are not the participants of " + conversation);
    }
    if (clientId != null && gatewayKey != null) {
      throw new IllegalArgumentException("a message must have exactly one idempotency key");
    }
  }

  /** Derives the conversation from the participants; a null recipient stands for everybody. */
  public static NewMessage of(
      User sender, User recipient, ClientId clientId, MessageContent content) {
    return new NewMessage(
        conversationOf(sender, recipient), sender, recipient, clientId, null, content);
  }

  /** Returns the same message with this key of the gateway's, unless the sender chose one. */
  public NewMessage withKey(GatewayKey key) {
    return clientId == null
        ? new NewMessage(conversation, sender, recipient, null, key, content)
        : this;
  }

  /**
   * The key under which the message is stored once; null if a second attempt would store it again.
   */
  @JsonIgnore
  public String idempotencyKey() {
    if (clientId != null) {
      return clientId.value();
    }
    return gatewayKey == null ? null : gatewayKey.value();
  }

  private static ConversationId conversationOf(User sender, User recipient) {
    return recipient == null
        ? ConversationId.GLOBAL
        : ConversationId.between(sender.id(), recipient.id());
  }
}
