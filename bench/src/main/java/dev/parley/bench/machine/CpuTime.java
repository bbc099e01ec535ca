package dev.parley.bench.machine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU seconds by process name, in the order of the table. */
public record CpuTime(Map<String, Double> seconds) {

  public CpuTime {
    seconds = new LinkedHashMap<>(seconds);
  }

  /** The CPU time of all these processes since they started. */
  public static CpuTime of(Collection<ServerProcess> processes) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    processes.forEach(it -> seconds.merge(it.name(), it.cpuSeconds(), Double::sum));
    return new CpuTime(seconds);
  }

  /** The CPU time since an earlier reading of the same processes. */
  public CpuTime since(CpuTime earlier) {
    Map<String, Double> used = new LinkedHashMap<>();
    seconds.forEach(
        (name, value) -> used.put(name, value - earlier.seconds.getOrDefault(name, 0.0)));
    return new CpuTime(used);
  }

  public double sum() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
