package dev.parley.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.SessionToken;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(StubAuthService.class)
class SocketTokenTest {

  private static final String NEVER = "2999-01-01T00:00:00.000000Z";

  @TestHTTPResource("/ws")
  URI address;

  StubAuthService authService;
  private final SessionToken token = SessionToken.generate(new SecureRandom());
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void issueASession() {
    authService.issue(token, NEVER);
  }

  @AfterEach
  void forget() {
    authService.forget();
    client.close();
  }

  @Test
  void theTokenMayStandInTheQuery() {
    assertEquals("ada by QUERY", outcome("?token=" + token.value(), client.newWebSocketBuilder()));
  }

  @Test
  void theTokenMayComeAsAHeaderOrACookie() {
    assertEquals(
        "ada by BEARER",
        outcome(
            "",
            client
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token.value())
                .header("Cookie", "parley_session=other")));
    assertEquals(
        "ada by COOKIE",
        outcome(
            "",
            client
                .newWebSocketBuilder()
                .header("Cookie", "parley_session=" + token.value())
                .header("Origin", "http://evil.example")));
  }

  @Test
  void theTokenMayComeAsQuarkussSubprotocol() {
    String separator = "%23";
    String carrier =
        "quarkus-http-upgrade"
            + separator
            + "Authorization"
            + separator
            + "Bearer%20"
            + token.value();
    assertEquals(
        "ada by SUBPROTOCOL",
        outcome("", client.newWebSocketBuilder().subprotocols("parley.v2", carrier)));
    assertEquals(
        "ada by SUBPROTOCOL",
        outcome(
            "",
            client
                .newWebSocketBuilder()
                .subprotocols("parley.v2", carrier.replace(separator, "#"))));
  }

  @Test
  void aMalformedCarrierIsNoToken() {
    for (String carrier :
        new String[] {
          "quarkus-http-upgrade", "quarkus-http-upgrade#x", "quarkus-http-upgrade#Authorization#%zz"
        }) {
      assertEquals(
          "refused: AUTHENTICATION_REQUIRED",
          outcome("", client.newWebSocketBuilder().subprotocols("parley.v2", carrier)));
    }
  }

  @Test
  void aBadTokenLetsTheUpgradePass() {
    assertEquals(
        "refused: SESSION_INVALID", outcome("?token=garbage", client.newWebSocketBuilder()));
    assertEquals(
        "refused: AUTHENTICATION_REQUIRED", outcome("?token=", client.newWebSocketBuilder()));
  }

  @Test
  void aTokenThatCannotBeVerifiedIsToldApart() {
    authService.breakDown(true);
    assertEquals(
        "refused: UNAVAILABLE", outcome("?token=" + token.value(), client.newWebSocketBuilder()));
  }

  private String outcome(String query, WebSocket.Builder builder) {
    FirstText first = new FirstText();
    URI socket = URI.create(address.toString().replaceFirst("^http", "ws") + query);
    WebSocket connection = builder.buildAsync(socket, first).join();
    try {
      return first.text.orTimeout(10, TimeUnit.SECONDS).join();
    } finally {
      connection.abort();
    }
  }

  /** Keeps the first text of a socket. */
  private static final class FirstText implements WebSocket.Listener {
    private final CompletableFuture<String> text = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.complete(data.toString());
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      text.completeExceptionally(error);
    }
  }
}
