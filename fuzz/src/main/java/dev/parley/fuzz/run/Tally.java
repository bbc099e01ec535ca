package dev.parley.fuzz.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by name. Thread-safe. */
final class Tally {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String name) {
    counts.computeIfAbsent(name, any -> new LongAdder()).increment();
  }

  /** All counts, sorted by name. */
  Map<String, Long> counts() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((name, count) -> sums.put(name, count.sum()));
    return sums;
  }
}
