package dev.parley.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks a service at its management port whether it is ready. */
record HealthProbe(URI managementUri) {

  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param migration the progress of a migration for which the service still waits
   */
  record Health(boolean ready, Optional<String> migration) {}

  boolean isReady() {
    return ask().ready();
  }

  Health ask() {
    try {
      HttpURLConnection connection = connection();
      boolean ready = connection.getResponseCode() == OK;
      Optional<String> migration = ready ? Optional.empty() : migration(connection);
      connection.disconnect();
      return new Health(ready, migration);
    } catch (IOException e) {
      return new Health(false, Optional.empty());
    }
  }

  private HttpURLConnection connection() throws IOException {
    int limit = (int) LIMIT.toMillis();
    URI health = managementUri.resolve("/q/health/ready");
    HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
    connection.setConnectTimeout(limit);
    connection.setReadTimeout(limit);
    return connection;
  }

  /**
   * {@code {"checks": [{"name": "schema up to date", "data": {"progress": "Migration V3 …"}}]}}.
   */
  private static Optional<String> migration(HttpURLConnection connection) throws IOException {
    try (InputStream body = connection.getErrorStream()) {
      JsonNode checks = body == null ? JSON.nullNode() : JSON.readTree(body).path("checks");
      return checks.findValuesAsText("progress").stream().findFirst();
    }
  }
}
