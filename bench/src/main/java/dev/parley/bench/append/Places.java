package dev.parley.bench.append;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.VoidedException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Checks that the receipts of each conversation have dense, ascending places. */
final class Places {

  private final Map<String, Long> last = new HashMap<>();

  /** Fails if a place is missing, repeated or out of order. */
  void check(JsonNode receipt) {
    long seq = receipt.path("seq").asLong();
    Long before = last.put(receipt.path("conversation").asText(), seq);
    if (before != null && seq != before + 1) {
      throw new VoidedException(
          String.format(Locale.ROOT, "an append got seq %d after seq %d", seq, before));
    }
  }
}
