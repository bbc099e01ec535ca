package dev.parley.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether each service answers through the edge. */
record EdgeProbe(URI edge) {

  /** The page, and one path each of auth and history that need no account to be refused. */
  private static final List<String> PATHS = List.of("/", "/me", "/conversations");

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int FIRST_SERVER_ERROR = 500;

  void await() {
    PATHS.forEach(this::await);
  }

  private void await(String path) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!isAnswered(path)) {
      if (Instant.now().isAfter(deadline)) {
        throw new StackException(
            "Everything runs, but nothing answers %s through the edge: read the logs in the data folder."
                .formatted(path));
      }
      sleep();
    }
  }

  private boolean isAnswered(String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) edge.resolve(path).toURL().openConnection();
      connection.setConnectTimeout((int) REQUEST_LIMIT.toMillis());
      connection.setReadTimeout((int) REQUEST_LIMIT.toMillis());
      int status = connection.getResponseCode();
      connection.disconnect();
      return status < FIRST_SERVER_ERROR;
    } catch (IOException e) {
      return false;
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while waiting", e);
    }
  }
}
