package dev.parley.tools.predecessor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** All problems of a file by kind, each with its count and the first examples. */
final class Findings {

  static final int MOST_EXAMPLES = 3;

  private final Map<Problem, Rows> kinds = new EnumMap<>(Problem.class);

  /** The rows with one problem. */
  private static final class Rows {
    private final List<String> examples = new ArrayList<>();
    private long count;
  }

  /** Examples must not contain what people wrote. */
  void add(Problem problem, String example) {
    add(problem, 1, List.of(example));
  }

  void add(Problem problem, long count, List<String> examples) {
    if (count > 0) {
      Rows rows = kinds.computeIfAbsent(problem, unknown -> new Rows());
      rows.count += count;
      examples.stream()
          .limit(MOST_EXAMPLES - (long) rows.examples.size())
          .forEach(rows.examples::add);
    }
  }

  boolean wantsExample(Problem problem) {
    return !kinds.containsKey(problem) || kinds.get(problem).examples.size() < MOST_EXAMPLES;
  }

  boolean stopImport() {
    return kinds.keySet().stream().anyMatch(Problem::stops);
  }

  /** The problems to correct first. */
  List<String> obstacles() {
    return describe(Problem::stops, Problem::advice);
  }

  /** What the import leaves out, and what it changes. */
  List<String> changes() {
    return describe(
        problem -> true, problem -> problem.stops() ? "They are left out." : problem.advice());
  }

  /** As {@link #changes}, without what is an obstacle. */
  List<String> furtherChanges() {
    return describe(problem -> !problem.stops(), Problem::advice);
  }

  private List<String> describe(Predicate<Problem> which, Function<Problem, String> advice) {
    List<String> lines = new ArrayList<>();
    kinds.forEach(
        (problem, rows) -> {
          if (which.test(problem)) {
            lines.add(
                String.format(
                    Locale.ROOT,
                    "  %s: %d. %s",
                    problem.rows(),
                    rows.count,
                    advice.apply(problem)));
            rows.examples.forEach(example -> lines.add("      " + example));
            if (rows.count > rows.examples.size()) {
              lines.add("      …");
            }
          }
        });
    return lines;
  }
}
