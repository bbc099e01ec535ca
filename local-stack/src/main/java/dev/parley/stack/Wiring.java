package dev.parley.stack;

import dev.parley.stack.postgres.ServiceRole;
import dev.parley.stack.redis.LocalRedis;
import dev.parley.stack.state.StackState;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment variables that connect the services to a stack. All others come unchanged from
 * the shell that started it.
 *
 * @param given the caller's variables for every service; the ones here override them
 * @param auth the internal port of every replica of the auth service, separated by commas
 * @param history the internal port of every replica of the history service, separated by commas
 */
record Wiring(
    Map<String, String> given,
    boolean debug,
    StackState.Database database,
    StackState.Cache redis,
    String serviceSecret,
    String auth,
    String history) {

  /** Short, because the user waits for it after Ctrl-C; a laptop's few clients need no more. */
  private static final String DRAIN_WITHIN = "PARLEY_DRAIN_WITHIN";

  Map<String, String> environment(PlannedService service) {
    Map<String, String> environment = new HashMap<>(given);
    if (System.getenv(DRAIN_WITHIN) == null) {
      environment.putIfAbsent(DRAIN_WITHIN, "2S");
    }
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.httpPort()));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(service.managementPort()));
    environment.put("QUARKUS_REDIS_HOSTS", LocalRedis.ofServices(redis).url());
    environment.put("PARLEY_INTERNAL_SECRET", serviceSecret);
    switch (service.kind()) {
      case AUTH -> {
        putDatabase(environment, ServiceRole.AUTH.of(database));
        environment.put("PARLEY_HISTORY_URL", history);
        putDebug(environment);
      }
      case HISTORY -> {
        putDatabase(environment, ServiceRole.HISTORY.of(database));
        environment.put("PARLEY_AUTH_URL", auth);
        putDebug(environment);
      }
      case GATEWAY -> {
        environment.put("PARLEY_AUTH_URL", auth);
        environment.put("PARLEY_HISTORY_URL", history);
        // One from the shell would make all gateways the same one: each shall choose its own.
        environment.put("PARLEY_GATEWAY_ID", "");
      }
    }
    return environment;
  }

  private static void putDatabase(Map<String, String> environment, StackState.Database ofService) {
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", ofService.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", ofService.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", ofService.password());
  }

  /**
   * For both services, because a reset deletes the data of both. Without --debug, a
   * PARLEY_DEBUG_ENABLED of the shell counts.
   */
  private void putDebug(Map<String, String> environment) {
    if (debug) {
      environment.put("PARLEY_DEBUG_ENABLED", "true");
    }
  }
}
