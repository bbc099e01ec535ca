package dev.parley.bench.client;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Checks that one client gets every place of each conversation in order, from any first place on.
 */
final class Sequences {

  private static final long NONE = 0;

  private long lastGlobal = NONE;
  private final Map<Long, Long> lastOfDirect = new HashMap<>();

  /** Fails if a place is lost, repeated or out of order. */
  void seen(long conversation, long seq) {
    long before = conversation == ChatReader.GLOBAL ? lastGlobal : lastOfDirect(conversation);
    if (before != NONE && seq != before + 1) {
      throw new VoidedException(
          String.format(Locale.ROOT, "a client got seq %d after seq %d", seq, before));
    }
    if (conversation == ChatReader.GLOBAL) {
      lastGlobal = seq;
    } else {
      lastOfDirect.put(conversation, seq);
    }
  }

  private long lastOfDirect(long conversation) {
    return lastOfDirect.getOrDefault(conversation, NONE);
  }
}
