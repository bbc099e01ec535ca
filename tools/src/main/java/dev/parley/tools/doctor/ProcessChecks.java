package dev.parley.tools.doctor;

import dev.parley.stack.state.RunningProcess;
import dev.parley.stack.state.StackState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks that every process of stack.json runs, and that every service is ready. */
record ProcessChecks(StackState state) {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int OK = 200;

  Stream<Finding> findings() {
    return state.processes().stream().map(this::check);
  }

  private Finding check(RunningProcess process) {
    String advice = "Read %s, then stop Parley and start it again.".formatted(process.log());
    if (process.handle().isEmpty()) {
      return Finding.wrong(
          String.format(Locale.ROOT, "%s (process %d) is gone", process.name(), process.pid()),
          advice);
    }
    if (process.managementPort() == null) {
      return Finding.fine(
          String.format(Locale.ROOT, "%s runs (process %d)", process.name(), process.pid()));
    }
    String answer = health(process.managementPort());
    return Finding.of(
        answer.equals("ready"),
        String.format(Locale.ROOT, "%s (process %d) is %s", process.name(), process.pid(), answer),
        advice);
  }

  private static String health(int managementPort) {
    URI uri =
        URI.create(
            String.format(Locale.ROOT, "http://127.0.0.1:%d/q/health/ready", managementPort));
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(uri).timeout(LIMIT).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode();
      return status == OK
          ? "ready"
          : String.format(Locale.ROOT, "not ready (health answers %d)", status);
    } catch (IOException e) {
      return "not answering";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "not asked";
    }
  }
}
