package dev.parley.fuzz.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.fuzz.FuzzOptions;
import dev.parley.fuzz.check.Finding;
import dev.parley.fuzz.check.Memory;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures and findings of a run, for people and as JSON. */
public record Report(Map<String, Object> rows, List<Finding> findings) {

  private static final int WIDTH = 44;

  public Report {
    rows = new LinkedHashMap<>(rows);
    findings = List.copyOf(findings);
  }

  /**
   * @param outcomes how often each kind of input had each outcome
   */
  public static Report of(
      FuzzOptions options,
      long seconds,
      Map<String, Long> outcomes,
      Memory before,
      Memory after,
      List<Finding> findings) {
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("seed", options.seed());
    rows.put("inputs", outcomes.values().stream().mapToLong(Long::longValue).sum());
    rows.put("seconds", seconds);
    rows.put("outcomes", outcomes);
    rows.put("memory_before", before.lines());
    rows.put("memory_after", after.lines());
    rows.put("passed", findings.isEmpty());
    return new Report(rows, findings);
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(""));
    rows.forEach((name, value) -> lines.addAll(lines(name, value)));
    lines.add("");
    lines.add(
        findings.isEmpty()
            ? "Nothing was found."
            : String.format(Locale.ROOT, "%d findings:", findings.size()));
    for (Finding finding : findings) {
      lines.add("");
      lines.add("%s: %s".formatted(finding.check(), finding.sentence()));
      finding.evidence().forEach(line -> lines.add("    " + line));
    }
    return lines;
  }

  private static List<String> lines(String name, Object value) {
    return switch (value) {
      case Map<?, ?> many ->
          many.entrySet().stream()
              .map(one -> line(one.getKey().toString(), one.getValue()))
              .toList();
      case List<?> many -> many.stream().map(one -> line(name, one)).toList();
      default -> List.of(line(name, value));
    };
  }

  private static String line(String name, Object value) {
    return ("%-" + WIDTH + "s %s").formatted(name, value);
  }

  public void write(Path file) {
    Map<String, Object> all = new LinkedHashMap<>(rows);
    all.put("findings", findings);
    try {
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    } catch (IOException e) {
      throw new StackException("The report cannot be written: " + e.getMessage(), e);
    }
  }
}
