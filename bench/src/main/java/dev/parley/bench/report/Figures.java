package dev.parley.bench.report;

import dev.parley.bench.machine.CpuTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one repetition by name, in the order of the table. The name includes the unit. */
public record Figures(Map<String, Double> values) {

  private static final double MILLION = 1e6;
  private static final String PART = "  ";

  public Figures {
    values = new LinkedHashMap<>(values);
  }

  public static Figures none() {
    return new Figures(Map.of());
  }

  public Figures with(String name, double value) {
    Map<String, Double> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Figures(more);
  }

  /** The CPU time of all server processes, and of each, for a million operations. */
  public Figures withCpuPerMillion(CpuTime cpu, long count) {
    return withCpu("CPU s per million", cpu, MILLION / Math.max(1, count));
  }

  /** Adds the sum under the given name, then the share of each process. */
  public Figures withCpu(String name, CpuTime cpu, double factor) {
    Figures all = with(name, cpu.sum() * factor);
    for (Map.Entry<String, Double> part : cpu.seconds().entrySet()) {
      if (cpu.seconds().size() > 1) {
        all = all.with(PART + part.getKey(), part.getValue() * factor);
      }
    }
    return all;
  }
}
