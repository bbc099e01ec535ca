package dev.parley.system.fault;

import dev.parley.stack.ServiceProcess;
import dev.parley.testing.TestingHttp;
import java.util.Collection;
import java.util.function.Predicate;

/** What services count, at their management ports. */
record ServiceMetrics(Collection<ServiceProcess> services) {

  private static final String INTERNAL = "uri=\"/internal/";
  private static final String APPEND = "uri=\"/internal/messages\"";
  private static final String FEED = "uri=\"/internal/feed\"";

  /** What gateways have asked of history services, beside the appends and the regular feed. */
  long internalReads() {
    return services.stream().mapToLong(ServiceMetrics::internalReads).sum();
  }

  /** How many of these gateways hear what the others publish. */
  long subscribedToRedis() {
    return services.stream()
        .mapToLong(
            service -> sum(service, line -> line.startsWith("parley_redis_subscription_active")))
        .sum();
  }

  private static long internalReads(ServiceProcess service) {
    return sum(
        service,
        line ->
            line.startsWith("http_server_requests_seconds_count")
                && line.contains(INTERNAL)
                && !line.contains(APPEND)
                && !line.contains(FEED));
  }

  private static long sum(ServiceProcess service, Predicate<String> wanted) {
    String metrics = new TestingHttp(service.managementUri()).get("/q/metrics").body();
    return (long)
        metrics
            .lines()
            .filter(wanted)
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }
}
