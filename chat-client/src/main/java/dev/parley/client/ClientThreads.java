package dev.parley.client;

import dev.parley.client.http.Http;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads and connections that many clients share, until they are closed.
 *
 * @param timer for what is to happen later; nothing in it waits
 * @param blocking for HTTP requests
 */
public record ClientThreads(
    HttpClient http,
    ExecutorService network,
    ScheduledExecutorService timer,
    ExecutorService blocking)
    implements AutoCloseable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final int NETWORK_THREADS = 4;

  public static ClientThreads start() {
    ExecutorService network =
        Executors.newFixedThreadPool(NETWORK_THREADS, Thread.ofPlatform().daemon().factory());
    return new ClientThreads(
        Http.clientBuilder().executor(network).connectTimeout(CONNECT_LIMIT).build(),
        network,
        Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory()),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  /** On a thread that may block. */
  public void later(Duration delay, Runnable action) {
    var unused =
        timer.schedule(() -> blocking.execute(action), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whatever still waits for something is broken off. */
  @Override
  public void close() {
    timer.shutdownNow();
    blocking.shutdownNow();
    http.shutdownNow();
    network.shutdownNow();
  }
}
