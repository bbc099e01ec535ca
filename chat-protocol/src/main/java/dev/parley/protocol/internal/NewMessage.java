package dev.parley.protocol.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import java.util.Objects;

/**
 * A message that is to be stored. {@code recipient} is there exactly in a direct conversation,
 * {@code clientId} where its sender chose one; else {@code gatewayKey} may be there, so that a
 * gateway without an answer can ask again.
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

  /** With the conversation that its participants make; a null recipient stands for everybody. */
  public static NewMessage of(
      User sender, User recipient, ClientId clientId, MessageContent content) {
    return new NewMessage(
        conversationOf(sender, recipient), sender, recipient, clientId, null, content);
  }

  /** The same with a key of the gateway's, unless its sender chose one. */
  public NewMessage withKey(GatewayKey key) {
    return clientId == null
        ? new NewMessage(conversation, sender, recipient, null, key, content)
        : this;
  }

  /** Under which it is stored once; null where sending it again would store it again. */
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
