package dev.parley.chaos.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.chaos.ChaosOptions;
import dev.parley.chaos.check.Convergence;
import dev.parley.chaos.check.ConvergenceCheck;
import dev.parley.chaos.check.Violation;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.schedule.Schedule;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a run and its outcome, for people and as JSON. */
public record Report(Map<String, Object> rows, List<Violation> violations) {

  private static final int WIDTH = 28;
  private static final int MOST_VIOLATIONS_WRITTEN = 200;
  private static final double NANOS_IN_SECOND = 1e9;
  private static final double NANOS_IN_MILLI = 1e6;

  /**
   * @param violations the earliest first
   */
  public static Report of(
      ChaosOptions options, Schedule schedule, Evidence evidence, List<Violation> violations) {
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("seed", options.seed());
    rows.put("minutes", options.length().toMillis() / 60_000.0);
    rows.put("without", options.without().stream().map(Enum::name).sorted().toList());
    rows.put("batches", schedule.batches().size());
    return of(rows, evidence, violations);
  }

  /**
   * @param head the settings of the run
   * @param violations the earliest first
   */
  public static Report of(Map<String, Object> head, Evidence evidence, List<Violation> violations) {
    Deliveries deliveries = Deliveries.of(evidence);
    Map<String, Object> rows = new LinkedHashMap<>(head);
    rows.putAll(new Counts(evidence).rows());
    rows.put("latency_quiet", deliveries.quiet().row());
    rows.put("latency_quiet_sent_once", deliveries.quietSentOnce().row());
    rows.put("latency_faulted", deliveries.faulted().row());
    rows.put("longest_gap_ms", deliveries.longestGap() / NANOS_IN_MILLI);
    rows.put("longest_convergence_s", longestConvergence(evidence));
    rows.put(
        "violations_by_check",
        violations.stream()
            .collect(Collectors.groupingBy(Violation::check, TreeMap::new, Collectors.counting())));
    rows.put("passed", violations.isEmpty());
    return new Report(rows, List.copyOf(violations));
  }

  /** The times of the clients that converged. The others are violations. */
  private static double longestConvergence(Evidence evidence) {
    return evidence.quietPeriods().stream()
            .flatMap(quiet -> ConvergenceCheck.convergences(evidence, quiet).stream())
            .mapToLong(Convergence::tookNanoseconds)
            .filter(took -> took != Long.MAX_VALUE)
            .max()
            .orElse(0)
        / NANOS_IN_SECOND;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    rows.forEach((name, value) -> lines.add(("%-" + WIDTH + "s %s").formatted(name, value)));
    lines.add("");
    if (violations.isEmpty()) {
      lines.add("No violation was found.");
      return lines;
    }
    lines.add(
        String.format(Locale.ROOT, "%d violations. The first of each check:", violations.size()));
    violations.stream()
        .collect(
            Collectors.toMap(
                Violation::check, each -> each, (first, later) -> first, LinkedHashMap::new))
        .values()
        .forEach(first -> lines.addAll(describe(first)));
    return lines;
  }

  private static List<String> describe(Violation violation) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s (%s) at %.3f s: %s",
            violation.check(),
            violation.promise(),
            violation.at() / NANOS_IN_SECOND,
            violation.sentence()));
    violation.evidence().forEach(line -> lines.add("    " + line));
    return lines;
  }

  /** As JSON, with the first {@value #MOST_VIOLATIONS_WRITTEN} violations. */
  public void write(Path file) {
    Map<String, Object> all = new LinkedHashMap<>(rows);
    all.put("violations", violations.stream().limit(MOST_VIOLATIONS_WRITTEN).toList());
    try {
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    } catch (IOException e) {
      throw new StackException("The report cannot be written: " + e.getMessage(), e);
    }
  }
}
