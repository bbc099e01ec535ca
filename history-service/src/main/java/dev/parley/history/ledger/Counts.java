package dev.parley.history.ledger;

import java.util.HashMap;
import java.util.Map;

/** How many there are of something, for each key; 0 where nothing is known. */
public final class Counts<K> {

  private final Map<K, Integer> counts = new HashMap<>();

  public void load(K key, int count) {
    counts.put(key, count);
  }

  int of(K key) {
    return counts.getOrDefault(key, 0);
  }

  void add(K key, int more) {
    counts.merge(key, more, Integer::sum);
  }
}
