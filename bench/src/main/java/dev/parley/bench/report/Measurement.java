package dev.parley.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All repetitions of one measurement in each system: {@code "parley"}, and {@code "floor"} if the
 * row has one.
 */
public final class Measurement {

  public static final String PARLEY = "parley";
  public static final String FLOOR = "floor";

  private final String row;
  private final String title;
  private final Map<String, List<Figures>> repetitions = new LinkedHashMap<>();
  private String voidReason;

  Measurement(String row, String title) {
    this.row = row;
    this.title = title;
  }

  public String row() {
    return row;
  }

  public String title() {
    return title;
  }

  void add(String system, Figures figures) {
    repetitions.computeIfAbsent(system, name -> new ArrayList<>()).add(figures);
  }

  /** Only the first reason is kept. */
  void makeVoid(String reason) {
    if (voidReason == null) {
      voidReason = reason;
    }
  }

  public Optional<String> voidReason() {
    return Optional.ofNullable(voidReason);
  }

  /** The names of all figures, in the order of measurement. */
  public Set<String> figures() {
    Set<String> names = new LinkedHashSet<>();
    List.of(PARLEY, FLOOR)
        .forEach(system -> of(system).forEach(it -> names.addAll(it.values().keySet())));
    return names;
  }

  /** Empty if this system has no such figure. */
  public Optional<Spread> spread(String system, String figure) {
    List<Double> values =
        of(system).stream().map(it -> it.values().get(figure)).filter(Objects::nonNull).toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }

  /** The median, over the repetitions, of Parley's figure divided by the floor's. */
  public Optional<Double> ratioToFloor(String figure) {
    int pairs = Math.min(of(PARLEY).size(), of(FLOOR).size());
    List<Double> ratios =
        IntStream.range(0, pairs)
            .mapToObj(i -> ratio(of(PARLEY).get(i), of(FLOOR).get(i), figure))
            .flatMap(Optional::stream)
            .toList();
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios).median());
  }

  private static Optional<Double> ratio(Figures parley, Figures floor, String figure) {
    Double ours = parley.values().get(figure);
    Double least = floor.values().get(figure);
    return ours == null || least == null || least == 0
        ? Optional.empty()
        : Optional.of(ours / least);
  }

  private List<Figures> of(String system) {
    return repetitions.getOrDefault(system, List.of());
  }
}
