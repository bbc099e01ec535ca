package dev.parley.history;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.internal.ServiceSecret;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class InternalPortTest {

  @Inject TestingAccounts accounts;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal",
        "/internal/feed",
        "/internal;a=b/feed",
        "/%69nternal/feed",
        "/internal/feed;a=b",
        "//internal/feed",
        "/conversations/../internal/feed",
        "/q/health",
        "/q/metrics",
        "/q/openapi"
      })
  void thePublicPortHasNothingInternalWhateverTheSecret(String path) {
    given()
        .urlEncodingEnabled(false)
        .header(ServiceSecret.HEADER, TestingGateway.SECRET)
        .get(path)
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/conversations",
        "/messages/global",
        "/internal/../conversations",
        "/internal/..;/conversations",
        "/internal;/conversations",
        "/",
        "/q/nothing"
      })
  void theInternalPortHasNothingForClients(String path) {
    given()
        .urlEncodingEnabled(false)
        .port(TestingGateway.internalPort())
        .header(ServiceSecret.HEADER, TestingGateway.SECRET)
        .header("Authorization", "Bearer " + accounts.open("ada").token())
        .get(path)
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
  }

  @Test
  void theSecretIsAskedForBeforeABodyIsRead() throws IOException {
    try (Socket socket = new Socket("localhost", TestingGateway.internalPort())) {
      socket.setSoTimeout(10_000);
      String head =
          """
          POST /internal/commands HTTP/1.1\r
          Host: x\r
          Content-Type: application/json\r
          Content-Length: 1000000\r
          \r
          """;
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertEquals("HTTP/1.1 401 Unauthorized", answer.readLine());
    }
  }

  @Test
  void pagesMayNotAsk() {
    TestingGateway.atInternalPort()
        .header("Origin", "https://elsewhere.example")
        .get("/q/health")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void internalRequestsHaveIdsToo() {
    assertEquals(
        "from-a-test",
        TestingGateway.atInternalPort()
            .header("X-Request-Id", "from-a-test")
            .get("/internal/feed")
            .header("X-Request-Id"));
  }
}
