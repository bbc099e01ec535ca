package dev.parley.bench.server;

import java.util.Map;

/**
 * Environment variables of every service. A few clients of the benchmark send as much as thousands
 * would, so the limits for one client and one user are lifted. A client that is closed for being
 * slow has time to find out why. The JVMs have memory and compile as on a server; on a laptop a
 * quick start matters more. All other settings have their defaults.
 */
final class ServiceEnvironment {

  private static final String AS_ON_A_SERVER =
      "-Xms256m -Xmn64m -Xmx1g -XX:TieredStopAtLevel=4 -XX:Tier4InvocationThreshold=5000"
          + " -XX:Tier4MinInvocationThreshold=600 -XX:Tier4CompileThreshold=15000"
          + " -XX:Tier4BackEdgeThreshold=40000";

  private ServiceEnvironment() {}

  static Map<String, String> limitsLifted() {
    return Map.of(
        "PARLEY_CONNECTION_MESSAGES_PER_SECOND", "1000000",
        "PARLEY_CONNECTION_MESSAGE_BURST", "1000000",
        "PARLEY_CONNECTION_MAX_PER_USER", "1000",
        "PARLEY_CONNECTION_CLOSE_WITHIN", "60S",
        "PARLEY_JAVA_OPTIONS", AS_ON_A_SERVER);
  }
}
