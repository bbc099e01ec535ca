package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.system.stack.Bystander;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the edge and a service might read differently, and those that are no requests. */
@WithStack
class SmugglingTest {

  private static final String HIDDEN =
      "POST /internal/sessions/verify HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n";

  private final RunningStack stack;
  private final Bystander bystander;

  SmugglingTest(RunningStack stack) {
    this.stack = stack;
    bystander = new Bystander(stack);
  }

  @AfterEach
  void everythingStillServes() {
    bystander.assertUndisturbed();
    bystander.close();
  }

  /** The edge would end the first request here, and a service there. */
  @Test
  void noSecondRequestHidesInTheFirst() {
    Stream<String> ambiguous =
        Stream.of(
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
            "Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n",
            "Transfer-Encoding: chunked, identity\r\nContent-Length: 4\r\n",
            "Transfer-Encoding : chunked\r\nContent-Length: 4\r\n",
            "Transfer-Encoding:\u000bchunked\r\nContent-Length: 4\r\n",
            "X: y\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n",
            "Content-Length: 4\r\nContent-Length: 200\r\n",
            "Content-Length: 4, 200\r\n",
            "Content-Length: +4\r\n",
            "Content-Length: -4\r\n",
            "Content-Length: 0x4\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 4\r\n X: y\r\n");
    AtOnce.forEach(ambiguous, this::assertNothingHidden);
  }

  private void assertNothingHidden(String lengths) {
    String first = "POST /login HTTP/1.1\r\nHost: {host}\r\n%s\r\n0\r\n\r\n".formatted(lengths);
    String answers = RawRequest.attempt(stack.edge(), first + HIDDEN);
    assertFalse(answers.contains("service_secret_required"), answers);
    assertFalse(answers.contains("token_hashes"), answers);
    assertNoServerError(answers);
  }

  @Test
  void whatIsNoProperRequestBlamesNobodyElse() {
    List<String> requests =
        List.of(
            "GET /users\r\n\r\n",
            "GET /users HTTP/1.0\r\n\r\n",
            "GET / HTTP/1.0\r\nConnection: close\r\n\r\n",
            "GET /users HTTP/9.9\r\nHost: {host}\r\n\r\n",
            "GET http://elsewhere.example/users HTTP/1.1\r\nHost: {host}\r\n\r\n",
            "GET * HTTP/1.1\r\nHost: {host}\r\n\r\n",
            "GET users HTTP/1.1\r\nHost: {host}\r\n\r\n",
            "G\u0000T /users HTTP/1.1\r\nHost: {host}\r\n\r\n",
            "GET /users\u0000 HTTP/1.1\r\nHost: {host}\r\n\r\n",
            "GET /us\u00e9rs HTTP/1.1\r\nHost: {host}\r\n\r\n",
            "\r\n\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");
    everywhere(
        requests,
        answer -> {
          assertNoServerError(answer);
          assertFalse(answer.contains("Exception"), answer);
        });
  }

  /** Each request at each address; the answer is empty where there is none. */
  private void everywhere(List<String> requests, Consumer<String> check) {
    AtOnce.forEach(
        stack
            .publicAddresses()
            .flatMap(address -> requests.stream().map(request -> new Attempt(address, request))),
        attempt -> check.accept(RawRequest.attempt(attempt.address, attempt.request)));
  }

  private record Attempt(URI address, String request) {

    private static final int SHOWN = 80;

    @Override
    public String toString() {
      return address + " " + request.substring(0, Math.min(SHOWN, request.length()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host:\r\n", "Host: a\r\nHost: b\r\n", "Host: a b\r\n"})
  void aRequestWithoutOneHostIsRefused(String hosts) {
    String request = "GET /ws?token=x HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n";
    stack
        .publicAddresses()
        .forEach(
            address -> {
              String answer = RawRequest.send(address, request);
              assertEquals(400, RawRequest.status(answer), answer);
              assertTrue(answer.contains("host_invalid"), answer);
            });
  }

  @Test
  void aTraceIsNotAnswered() {
    String request =
        """
        TRACE /users HTTP/1.1\r
        Host: {host}\r
        Cookie: parley_session=shown\r
        Connection: close\r
        \r
        """;
    stack
        .publicAddresses()
        .forEach(
            address -> {
              String answer = RawRequest.send(address, request);
              assertEquals(4, RawRequest.status(answer) / 100, answer);
              assertFalse(answer.contains("parley_session"), answer);
            });
  }

  @Test
  void aConnectIsNoTunnel() {
    String answer =
        RawRequest.send(stack.edge(), "CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: {host}\r\n\r\n");
    assertEquals(4, RawRequest.status(answer) / 100, answer);
  }

  /** One whose length is said, and one whose length nobody knows before its end. */
  @Test
  void aBodyThatIsTooLongIsStopped() {
    String body = "x".repeat(70_000);
    String head = "POST /login HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n";
    String said = head + "Content-Length: 70000\r\n\r\n" + body;
    String chunked = head + "Transfer-Encoding: chunked\r\n\r\n11170\r\n" + body + "\r\n0\r\n\r\n";
    everywhere(
        List.of(said, chunked),
        answer ->
            assertTrue(List.of(0, 413, 404, 405).contains(RawRequest.status(answer)), answer));
  }

  @Test
  void aBodyThatIsBrokenOffIsNobodysError() {
    String half =
        """
        POST /login HTTP/1.1\r
        Host: {host}\r
        Content-Type: application/json\r
        Content-Length: 100\r
        \r
        {"username":"\
        """;
    everywhere(List.of(half), SmugglingTest::assertNoServerError);
  }

  @Test
  void aHeadThatIsTooLongIsRefused() {
    String much = "a".repeat(100_000);
    everywhere(
        List.of(
            "GET /users HTTP/1.1\r\nHost: {host}\r\nX: " + much + "\r\n\r\n",
            "GET /users?" + much + " HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        answer -> {
          int status = RawRequest.status(answer);
          assertTrue(status == 0 || status / 100 == 4, answer);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/me", "/sessions", "/messages/global", "/conversations"})
  void aHeadRequestIsNoWayAroundTheSession(String path) {
    String answer =
        RawRequest.send(
            stack.edge(),
            "HEAD %s HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".formatted(path));
    assertEquals(401, RawRequest.status(answer), answer);
  }

  private static void assertNoServerError(String answers) {
    assertFalse(answers.matches("(?s).*HTTP/1\\.[01] 5\\d\\d.*"), answers);
  }
}
