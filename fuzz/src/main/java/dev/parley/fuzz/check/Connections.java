package dev.parley.fuzz.check;

import dev.parley.client.http.Http;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The number of connections that the gateways believe they have. */
public record Connections(List<ServiceProcess> gateways, long before) {

  /**
   * The gateway cuts a client off 10 s after a close that it does not answer, and a silent one
   * after a minute.
   */
  private static final Duration LIMIT = Duration.ofSeconds(75);

  private static final String GAUGE = "parley_connections";

  public Connections {
    gateways = List.copyOf(gateways);
  }

  public static Connections of(List<ServiceProcess> gateways) {
    return new Connections(gateways, count(gateways));
  }

  /** Waits until everybody who came since has left. */
  public Optional<Finding> awaitAllGone() {
    if (Pause.until(() -> count(gateways) <= before, LIMIT)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "connections",
            String.format(
                Locale.ROOT,
                "the gateways still have %d connections without a client",
                count(gateways) - before),
            List.of()));
  }

  private static long count(List<ServiceProcess> gateways) {
    return gateways.stream().mapToLong(Connections::count).sum();
  }

  private static long count(ServiceProcess gateway) {
    return (long)
        Http.at(gateway.managementUri())
            .get("/q/metrics")
            .body()
            .lines()
            .filter(line -> line.startsWith(GAUGE + " ") || line.startsWith(GAUGE + "{"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }
}
