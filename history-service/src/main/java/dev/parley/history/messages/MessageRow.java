package dev.parley.history.messages;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.GatewayKey;
import dev.parley.protocol.internal.StoredMessage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A message as the append stored it; nothing changes it afterwards. */
@Entity
@Immutable
@Table(name = "messages")
@IdClass(MessageRow.Place.class)
public class MessageRow {

  /** Where it stands. */
  public record Place(long conversationId, long seq) {}

  @Id
  @Column(name = "conversation_id")
  public long conversationId;

  @Id public long seq;

  /** Unique over all conversations. */
  public long id;

  @Column(name = "sender_id")
  public long senderId;

  @Column(name = "sender_name")
  public String senderName;

  @Column(name = "recipient_id")
  public Long recipientId;

  @Column(name = "recipient_name")
  public String recipientName;

  /** The sender's key for it, or the gateway's; null for a message from before there were these. */
  @Column(name = "client_id")
  public String clientId;

  public String content;

  @Column(name = "created_at")
  public Instant createdAt;

  public User sender() {
    return new User(new UserId(senderId), senderName);
  }

  /** Null in the global conversation. */
  public User recipient() {
    return recipientId == null ? null : new User(new UserId(recipientId), recipientName);
  }

  public StoredMessage in(ConversationId conversation) {
    return new StoredMessage(
        conversation,
        new Sequence(seq),
        sender(),
        recipient(),
        clientIdOf(clientId),
        content,
        createdAt);
  }

  /** Null where a gateway chose the key. */
  static ClientId clientIdOf(String idempotencyKey) {
    return idempotencyKey == null || GatewayKey.isOne(idempotencyKey)
        ? null
        : new ClientId(idempotencyKey);
  }
}
