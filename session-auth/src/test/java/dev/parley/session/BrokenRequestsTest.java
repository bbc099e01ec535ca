package dev.parley.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G7: what goes wrong before any endpoint; a token may stand in the query. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(StubAuthService.class)
class BrokenRequestsTest {

  private static final String SECRET = "t".repeat(43);

  private final LogRecorder log = LogRecorder.start();

  @TestHTTPResource("/")
  URI service;

  @AfterEach
  void noTokenWasLogged() {
    log.close();
    assertFalse(log.all().contains(SECRET), log::all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1\r\n",
        "HTTP/1.0\r\n",
        "HTTP/1.1\r\nHost:\r\n",
        "HTTP/1.1\r\nHost: a b\r\n",
        "HTTP/1.1\r\nHost: a\r\nHost: b\r\n"
      })
  void aRequestWithoutOneValidHostIsRefused(String versionAndHost) throws IOException {
    for (String path : new String[] {"/me", "/ws", "/nowhere"}) {
      String answer = answerTo("GET %s?token=%s %s".formatted(path, SECRET, versionAndHost));
      assertTrue(answer.matches("(?s)HTTP/1\\.[01] 400 .*"), answer);
      assertTrue(answer.endsWith("\"code\":\"host_invalid\"}"), answer);
    }
    assertEquals("", log.all());
  }

  @Test
  void aRefusalBeforeAnyEndpointIsAnsweredAsEveryOtherAndIsNoError() {
    given()
        .get(FailingRoute.REFUSES + "?token=" + SECRET)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_format"));
    assertEquals("", log.all());
  }

  @Test
  void aFailureIsAnsweredAsEveryOtherAndLoggedWithoutItsAddress() {
    given()
        .get(FailingRoute.FAILS + "?token=" + SECRET)
        .then()
        .statusCode(500)
        .body("detail", equalTo("Internal server error"))
        .body("code", equalTo("internal"));
    assertTrue(log.all().contains(FailingRoute.MESSAGE), log::all);
  }

  private String answerTo(String head) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
