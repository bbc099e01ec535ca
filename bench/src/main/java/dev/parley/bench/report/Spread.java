package dev.parley.bench.report;

import java.util.List;

/** The values of a figure over all repetitions. */
public record Spread(double median, double least, double most, List<Double> values) {

  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast(), List.copyOf(values));
  }
}
