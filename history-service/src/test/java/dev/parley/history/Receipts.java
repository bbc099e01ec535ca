package dev.parley.history;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Receipt;

/** What tests ask of receipts. */
public final class Receipts {

  private Receipts() {}

  /** Of a command that was stored, now or before. */
  public static Sequence seq(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Stored stored -> stored.seq();
      case Receipt.Duplicate first -> first.seq();
      case Receipt.Unchanged unchanged -> throw unexpected(unchanged);
      case Receipt.Refused refused -> throw unexpected(refused);
    };
  }

  public static ConversationId conversation(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Stored stored -> stored.conversation();
      case Receipt.Duplicate first -> first.conversation();
      case Receipt.Unchanged unchanged -> unchanged.conversation();
      case Receipt.Refused refused -> throw unexpected(refused);
    };
  }

  public static Receipt.Stored stored(Receipt receipt) {
    if (receipt instanceof Receipt.Stored stored) {
      return stored;
    }
    throw unexpected(receipt);
  }

  public static Receipt.Duplicate duplicateOf(Receipt first) {
    Receipt.Stored stored = stored(first);
    return new Receipt.Duplicate(stored.conversation(), stored.seq(), stored.timestamp());
  }

  /** Null where it was not refused. */
  public static ErrorCode refusal(Receipt receipt) {
    return receipt instanceof Receipt.Refused refused ? refused.code() : null;
  }

  private static AssertionError unexpected(Receipt receipt) {
    return new AssertionError("unexpected receipt " + receipt);
  }
}
