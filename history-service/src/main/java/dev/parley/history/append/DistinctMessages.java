package dev.parley.history.append;

import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.AppendMessages.Receipt;
import dev.parley.protocol.internal.NewMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of one transaction, without those that repeat the idempotency key of an earlier one.
 * A repeated message gets the receipt of the first one, as a duplicate.
 */
final class DistinctMessages {

  private record Key(UserId sender, String idempotencyKey) {}

  private final List<NewMessage> distinct = new ArrayList<>();

  /** For each message of the transaction the place of its first one in {@link #distinct}. */
  private final int[] firstOnes;

  private boolean idempotent = true;

  DistinctMessages(List<NewMessage> messages) {
    firstOnes = new int[messages.size()];
    Map<Key, Integer> seen = new HashMap<>();
    for (int i = 0; i < firstOnes.length; i++) {
      firstOnes[i] = firstOneOf(messages.get(i), seen);
    }
  }

  private int firstOneOf(NewMessage message, Map<Key, Integer> seen) {
    String key = IdempotencyKeys.of(message);
    if (key == null) {
      idempotent = false;
      return add(message);
    }
    return seen.computeIfAbsent(new Key(message.sender().id(), key), any -> add(message));
  }

  private int add(NewMessage message) {
    distinct.add(message);
    return distinct.size() - 1;
  }

  List<NewMessage> messages() {
    return distinct;
  }

  /** Whether it is safe to store them again, because each has a key. */
  boolean isIdempotent() {
    return idempotent;
  }

  /** One receipt for each message of the transaction, from those of the distinct ones. */
  List<Receipt> spread(List<Receipt> receipts) {
    List<Receipt> all = new ArrayList<>(firstOnes.length);
    int distinctSoFar = 0;
    for (int first : firstOnes) {
      boolean repeats = first < distinctSoFar;
      all.add(repeats ? asDuplicate(receipts.get(first)) : receipts.get(first));
      distinctSoFar = Math.max(distinctSoFar, first + 1);
    }
    return all;
  }

  private static Receipt asDuplicate(Receipt first) {
    return new Receipt(first.conversation(), first.seq(), first.timestamp(), true);
  }
}
