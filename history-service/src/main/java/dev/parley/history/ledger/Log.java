package dev.parley.history.ledger;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;

/** A conversation's log, to which nobody else appends until the transaction ends. */
public final class Log {

  private final ConversationId conversation;
  private final long row;
  private final boolean isNew;
  private final long before;
  private long last;

  /**
   * @param row its id in the database
   * @param isNew whether the transaction creates it
   */
  Log(ConversationId conversation, long row, long last, boolean isNew) {
    this.conversation = conversation;
    this.row = row;
    this.before = last;
    this.last = last;
    this.isNew = isNew;
  }

  public ConversationId conversation() {
    return conversation;
  }

  public long row() {
    return row;
  }

  public boolean isNew() {
    return isNew;
  }

  public boolean hasGrown() {
    return last > before;
  }

  public Sequence last() {
    return new Sequence(last);
  }

  Sequence next() {
    last++;
    return last();
  }
}
