package dev.parley.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was measured, in the order of its first repetition. */
public final class Results {

  private final Map<String, Measurement> measurements = new LinkedHashMap<>();

  /** The one with this title, in this row. */
  private Measurement measurement(String row, String title) {
    return measurements.computeIfAbsent(row + ": " + title, name -> new Measurement(row, title));
  }

  public void add(String row, String title, String system, Figures figures) {
    measurement(row, title).add(system, figures);
  }

  /** What else was measured under this title does not count any more. */
  public void makeVoid(String row, String title, String reason) {
    measurement(row, title).makeVoid(reason);
  }

  public List<Measurement> all() {
    return List.copyOf(measurements.values());
  }

  public boolean isSound() {
    return all().stream().allMatch(it -> it.voidReason().isEmpty());
  }
}
