package dev.parley.chaos.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.chaos.client.ParleyHttp;
import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.client.Surroundings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads and connections of all clients, until it is closed. */
final class ClientSide implements AutoCloseable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final int NETWORK_THREADS = 4;

  private final ExecutorService network = Executors.newFixedThreadPool(NETWORK_THREADS);
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final HttpClient http =
      HttpClient.newBuilder().executor(network).connectTimeout(CONNECT_LIMIT).build();
  private final Surroundings surroundings;

  /**
   * @param address where clients connect
   */
  ClientSide(URI address) {
    surroundings =
        new Surroundings(
            http,
            new ParleyHttp(http, address),
            URI.create(
                address.toString().replaceFirst("^http", "ws").replaceFirst("/$", "") + "/ws"),
            new RunClock(),
            new ObjectMapper(),
            timer,
            blocking);
  }

  Surroundings surroundings() {
    return surroundings;
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
