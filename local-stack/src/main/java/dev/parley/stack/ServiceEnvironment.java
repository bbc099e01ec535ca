package dev.parley.stack;

import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.redis.LocalRedis;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment variables that make the services one stack. All others reach them as they are,
 * from the shell that started the stack.
 */
record ServiceEnvironment(
    StackOptions options,
    LocalPostgres postgres,
    LocalRedis redis,
    String serviceSecret,
    URI auth,
    URI history) {

  Map<String, String> of(ServiceKind kind, int httpPort, int managementPort) {
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.put("QUARKUS_REDIS_HOSTS", redis.url());
    environment.put("PARLEY_INTERNAL_SECRET", serviceSecret);
    switch (kind) {
      case AUTH -> {
        putDatabase(environment);
        environment.put("PARLEY_HISTORY_URL", history.toString());
        putDebug(environment);
      }
      case HISTORY -> {
        putDatabase(environment);
        environment.put("PARLEY_AUTH_URL", auth.toString());
      }
      case GATEWAY -> {
        environment.put("PARLEY_AUTH_URL", auth.toString());
        environment.put("PARLEY_HISTORY_URL", history.toString());
        environment.put("PARLEY_GATEWAY_ID", "");
      }
    }
    return environment;
  }

  private void putDatabase(Map<String, String> environment) {
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
  }

  /** Without --debug, a PARLEY_DEBUG_ENABLED of the shell counts. */
  private void putDebug(Map<String, String> environment) {
    if (options.debug()) {
      environment.put("PARLEY_DEBUG_ENABLED", "true");
    }
  }
}
