package dev.parley.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results as JSON, with every repetition. */
public record Report(Map<String, Object> circumstances, Results results) {

  public Report {
    circumstances = new LinkedHashMap<>(circumstances);
  }

  public void write(Path file) {
    Map<String, Object> all = new LinkedHashMap<>(circumstances);
    all.put("sound", results.isSound());
    all.put("rows", results.all().stream().map(Report::row).toList());
    try {
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    } catch (IOException e) {
      throw new StackException("The report cannot be written: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> row(Measurement measurement) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("row", measurement.row());
    row.put("case", measurement.title());
    row.put("void", measurement.voidReason().orElse(null));
    Map<String, Object> figures = new LinkedHashMap<>();
    measurement.figures().forEach(name -> figures.put(name.strip(), figure(measurement, name)));
    row.put("figures", figures);
    return row;
  }

  private static Map<String, Object> figure(Measurement measurement, String name) {
    Map<String, Object> figure = new LinkedHashMap<>();
    for (String system : List.of(Measurement.PARLEY, Measurement.FLOOR)) {
      measurement.spread(system, name).ifPresent(spread -> figure.put(system, spread));
    }
    measurement.ratioToFloor(name).ifPresent(ratio -> figure.put("ratio_to_floor", ratio));
    return figure;
  }
}
