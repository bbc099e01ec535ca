package dev.parley.protocol.internal;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import java.util.Objects;

/**
 * A message that is to be stored. {@code recipient} is there exactly in a direct conversation,
 * {@code clientId} where its sender chose one.
 */
public record NewMessage(
    ConversationId conversation,
    User sender,
    User recipient,
    ClientId clientId,
    MessageContent content) {

  public NewMessage {
    Objects.requireNonNull(content, "content");
    if (!conversation.equals(conversationOf(sender, recipient))) {
      throw new IllegalArgumentException("the participants are not those of " + conversation);
    }
  }

  /** With the conversation that its participants make; a null recipient stands for everybody. */
  public static NewMessage of(
      User sender, User recipient, ClientId clientId, MessageContent content) {
    return new NewMessage(conversationOf(sender, recipient), sender, recipient, clientId, content);
  }

  private static ConversationId conversationOf(User sender, User recipient) {
    return recipient == null
        ? ConversationId.GLOBAL
        : ConversationId.between(sender.id(), recipient.id());
  }
}
