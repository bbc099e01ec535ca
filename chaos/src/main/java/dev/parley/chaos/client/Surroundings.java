package dev.parley.chaos.client;

import dev.parley.client.ClientThreads;
import dev.parley.client.http.Http;
import dev.parley.client.http.Parley;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What all clients share. Close it after the last one. */
public record Surroundings(ClientThreads threads, Parley parley, RunClock clock)
    implements AutoCloseable {

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  /** The clients connect to this address. */
  public static Surroundings at(URI address) {
    ClientThreads threads = ClientThreads.start();
    return new Surroundings(
        threads,
        new Parley(new Http(threads.http(), address, ANSWER_LIMIT, Map.of())),
        new RunClock());
  }

  @Override
  public void close() {
    threads.close();
  }
}
