package dev.parley.history.conversations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A user in a conversation; only the append and the read marks change it, by statements. */
@Entity
@Immutable
@Table(name = "participants")
@IdClass(ParticipantRow.Key.class)
public class ParticipantRow {

  /** Who is where. */
  public record Key(long userId, long conversationId) {}

  @Id
  @Column(name = "user_id")
  public long userId;

  @Id
  @Column(name = "conversation_id")
  public long conversationId;

  @Column(name = "read_seq")
  public long readSeq;
}
