package dev.parley.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All measurements, in the order of their first repetition. */
public final class Results {

  private final Map<String, Measurement> measurements = new LinkedHashMap<>();

  /** The measurement with this title in this row. */
  private Measurement measurement(String row, String title) {
    return measurements.computeIfAbsent(row + ": " + title, name -> new Measurement(row, title));
  }

  public void add(String row, String title, String system, Figures figures) {
    measurement(row, title).add(system, figures);
  }

  /** Voids everything that was measured under this title. */
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
