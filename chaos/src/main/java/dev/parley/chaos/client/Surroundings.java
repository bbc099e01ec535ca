package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What all clients share.
 *
 * @param sockets where the WebSocket is
 * @param timer for what is to happen later; nothing in it waits
 * @param blocking for HTTP requests
 */
public record Surroundings(
    HttpClient http,
    ParleyHttp requests,
    URI sockets,
    RunClock clock,
    ObjectMapper json,
    ScheduledExecutorService timer,
    ExecutorService blocking) {

  void later(Duration delay, Runnable action) {
    var unused =
        timer.schedule(() -> blocking.execute(action), delay.toMillis(), TimeUnit.MILLISECONDS);
  }
}
