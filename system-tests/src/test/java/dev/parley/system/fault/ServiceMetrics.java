package dev.parley.system.fault;

import dev.parley.stack.ServiceProcess;
import dev.parley.testing.TestingHttp;
import java.util.Collection;

/** What services count, at their management ports. */
record ServiceMetrics(Collection<ServiceProcess> services) {

  private static final String INTERNAL = "uri=\"/internal/";
  private static final String APPEND = "uri=\"/internal/messages\"";
  private static final String FEED = "uri=\"/internal/feed\"";

  /** What gateways have asked of history services, beside the appends and the regular feed. */
  long internalReads() {
    return services.stream().mapToLong(ServiceMetrics::internalReads).sum();
  }

  private static long internalReads(ServiceProcess service) {
    String metrics = new TestingHttp(service.managementUri()).get("/q/metrics").body();
    return (long)
        metrics
            .lines()
            .filter(line -> line.startsWith("http_server_requests_seconds_count"))
            .filter(line -> line.contains(INTERNAL))
            .filter(line -> !line.contains(APPEND) && !line.contains(FEED))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }
}
