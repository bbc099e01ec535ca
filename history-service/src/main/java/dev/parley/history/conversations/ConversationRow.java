package dev.parley.history.conversations;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A conversation; only the append's own statement changes it. */
@Entity
@Immutable
@Table(name = "conversations")
public class ConversationRow {

  @Id public long id;

  public String name;

  @Column(name = "last_seq")
  public long lastSeq;

  /** When the last message was committed, by the database's clock. */
  @Column(name = "last_at")
  public Instant lastAt;

  public ConversationId conversation() {
    return ConversationId.parse(name);
  }

  public Sequence lastSequence() {
    return new Sequence(lastSeq);
  }
}
