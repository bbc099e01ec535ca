package dev.parley.system.observability;

import dev.parley.client.http.Http;
import dev.parley.stack.ServiceProcess;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What services show to a Prometheus at their management ports. */
record Exposition(List<String> lines) {

  private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)(\\{.*})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FAMILY = Pattern.compile("# TYPE (parley_\\w+) (\\w+)");

  static Exposition of(Collection<ServiceProcess> services) {
    return new Exposition(
        services.stream()
            .flatMap(it -> Http.at(it.managementUri()).get("/q/metrics").body().lines())
            .toList());
  }

  /** The labels of every series of this metric, with their values. */
  List<Map<String, String>> series(String metric) {
    return lines.stream()
        .filter(line -> line.startsWith(metric))
        .map(SERIES::matcher)
        .filter(line -> line.matches() && line.group(1).equals(metric))
        .map(line -> labels(line.group(2)))
        .toList();
  }

  private static Map<String, String> labels(String braces) {
    Map<String, String> labels = new HashMap<>();
    LABEL
        .matcher(braces == null ? "" : braces)
        .results()
        .forEach(it -> labels.put(it.group(1), it.group(2)));
    return labels;
  }

  /** Parley's own metrics; the maximum that belongs to a histogram is not one of its own. */
  Set<String> ownMetrics() {
    Set<String> own = new TreeSet<>();
    lines.stream()
        .flatMap(line -> FAMILY.matcher(line).results())
        .map(Exposition::metricOf)
        .forEach(own::add);
    // A histogram has its greatest value beside it.
    own.removeIf(name -> own.contains(name.replaceAll("_max$", "")) && name.endsWith("_max"));
    return own;
  }

  /**
   * One of the two forms of an exposition leaves out of a counter's family what its series end
   * with.
   */
  private static String metricOf(MatchResult family) {
    String name = family.group(1);
    return family.group(2).equals("counter") && !name.endsWith("_total") ? name + "_total" : name;
  }
}
