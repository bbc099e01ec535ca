package dev.parley.system.stack;

import dev.parley.client.http.Http;
import dev.parley.stack.ServiceProcess;
import java.util.Collection;
import java.util.function.Predicate;

/** What services count, at their management ports. */
public record ServiceMetrics(Collection<ServiceProcess> services) {

  private static final String INTERNAL = "uri=\"/internal/";
  private static final String APPEND = "uri=\"/internal/commands\"";
  private static final String FEED = "uri=\"/internal/feed\"";

  /** What gateways have asked of history services, beside the appends and the regular feed. */
  public long internalReads() {
    return sum(
        line ->
            line.startsWith("http_server_requests_seconds_count")
                && line.contains(INTERNAL)
                && !line.contains(APPEND)
                && !line.contains(FEED));
  }

  /** How many of these gateways hear what the others publish. */
  public long subscribedToRedis() {
    return sum(line -> line.startsWith("parley_redis_subscription_active"));
  }

  /** How many connections these gateways have closed for this reason: {@code too_slow}. */
  public long closedFor(String reason) {
    return sum(
        line ->
            line.startsWith("parley_connections_closed_total")
                && line.contains("reason=\"" + reason + "\""));
  }

  private long sum(Predicate<String> wanted) {
    return services.stream().mapToLong(service -> sum(service, wanted)).sum();
  }

  private static long sum(ServiceProcess service, Predicate<String> wanted) {
    String metrics = Http.at(service.managementUri()).get("/q/metrics").body();
    return (long)
        metrics
            .lines()
            .filter(wanted)
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }
}
