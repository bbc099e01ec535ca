package dev.parley.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a service by its management port whether it is ready. */
record HealthProbe(URI managementUri) {

  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int OK = 200;

  boolean isReady() {
    try {
      int limit = (int) LIMIT.toMillis();
      URI health = managementUri.resolve("/q/health/ready");
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(limit);
      connection.setReadTimeout(limit);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == OK;
    } catch (IOException e) {
      return false;
    }
  }
}
