package dev.parley.tools.doctor;

import dev.parley.client.socket.Handshake;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks what a client gets at the stack's address. */
record EdgeChecks(String address) {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int NOT_SIGNED_IN = 401;
  private static final int NOT_FOUND = 404;
  private static final int SESSION_NOT_VALID = 4001;

  Stream<Finding> findings() {
    return Stream.of(
        expect("/", OK, "The page", "the gateways"),
        expect("/me", NOT_SIGNED_IN, "The auth service behind the edge", "auth-1"),
        expect("/conversations", NOT_SIGNED_IN, "The history service behind the edge", "history-1"),
        expect("/internal/", NOT_FOUND, "The edge hides internal paths: /internal/", "the stack"),
        webSocket());
  }

  private Finding expect(String path, int expected, String what, String whose) {
    String answer = ask(path);
    return Finding.of(
        answer.equals(Integer.toString(expected)),
        "%s answers %s with %s".formatted(what, path, answer),
        String.format(
            Locale.ROOT,
            "It should be %d: read the logs of %s in the data folder.",
            expected,
            whose));
  }

  private String ask(String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path)).timeout(LIMIT).build();
      return Integer.toString(
          client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return "nothing (%s)".formatted(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "nothing";
    }
  }

  /**
   * The gateway accepts a bad token, then closes with 4001. So the whole way to a gateway works.
   */
  private Finding webSocket() {
    String closed =
        new CloseCodeListener()
            .closeCodeOf(Handshake.to(URI.create(address)).token("doctor").within(LIMIT));
    return Finding.of(
        closed.equals(Integer.toString(SESSION_NOT_VALID)),
        "A WebSocket with a bad token is closed with " + closed,
        String.format(
            Locale.ROOT, "It should be %d: read the logs of the gateways.", SESSION_NOT_VALID));
  }
}
