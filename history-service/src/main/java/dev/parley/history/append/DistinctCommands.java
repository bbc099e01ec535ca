package dev.parley.history.append;

import dev.parley.history.ledger.IdempotencyKey;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands of one transaction, without those that repeat the idempotency key of an earlier one.
 * A repeated command gets the receipt of the first one, as a duplicate.
 */
final class DistinctCommands {

  private final List<Command> distinct = new ArrayList<>();

  /** For each command of the transaction the index of its first one in {@link #distinct}. */
  private final int[] firstOnes;

  private boolean idempotent = true;

  DistinctCommands(List<Command> commands) {
    firstOnes = new int[commands.size()];
    Map<IdempotencyKey, Integer> seen = new HashMap<>();
    for (int i = 0; i < firstOnes.length; i++) {
      firstOnes[i] = firstOneOf(commands.get(i), seen);
    }
  }

  private int firstOneOf(Command command, Map<IdempotencyKey, Integer> seen) {
    IdempotencyKey key = IdempotencyKey.of(command);
    if (key == null) {
      idempotent = false;
      return add(command);
    }
    return seen.computeIfAbsent(key, any -> add(command));
  }

  private int add(Command command) {
    distinct.add(command);
    return distinct.size() - 1;
  }

  List<Command> commands() {
    return distinct;
  }

  /** Whether it is safe to do them again, because each has a key. */
  boolean isIdempotent() {
    return idempotent;
  }

  /** One receipt for each command of the transaction, from those of the distinct ones. */
  List<Receipt> spread(List<Receipt> receipts) {
    List<Receipt> all = new ArrayList<>(firstOnes.length);
    int distinctSoFar = 0;
    for (int first : firstOnes) {
      boolean repeats = first < distinctSoFar;
      all.add(repeats ? ofRepetition(receipts.get(first)) : receipts.get(first));
      distinctSoFar = Math.max(distinctSoFar, first + 1);
    }
    return all;
  }

  private static Receipt ofRepetition(Receipt first) {
    return switch (first) {
      case Receipt.Stored stored ->
          new Receipt.Duplicate(stored.conversation(), stored.seq(), stored.timestamp());
      case Receipt.Duplicate duplicate -> duplicate;
      case Receipt.Unchanged unchanged -> unchanged;
      case Receipt.Refused refused -> refused;
    };
  }
}
