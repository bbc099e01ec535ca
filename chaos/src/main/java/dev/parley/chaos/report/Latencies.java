package dev.parley.chaos.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Times from sending to showing, in milliseconds. */
final class Latencies {

  private static final double MICROS_IN_MILLI = 1000.0;

  private final long[] sortedMicros;

  private Latencies(long[] sortedMicros) {
    this.sortedMicros = sortedMicros;
  }

  static Latencies of(long[] micros) {
    long[] sorted = micros.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  int count() {
    return sortedMicros.length;
  }

  double millis(double quantile) {
    if (sortedMicros.length == 0) {
      return 0;
    }
    int index = (int) Math.ceil(quantile * sortedMicros.length) - 1;
    return sortedMicros[Math.max(0, index)] / MICROS_IN_MILLI;
  }

  Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("count", count());
    row.put("p50_ms", millis(0.5));
    row.put("p99_ms", millis(0.99));
    row.put("max_ms", millis(1));
    return row;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms, max %.1f ms (%d)",
        millis(0.5),
        millis(0.99),
        millis(1),
        count());
  }
}
