package dev.parley.stack.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.Eventually;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketTunnelTest {

  private final TestingBackend first = new TestingBackend("first");
  private final TestingBackend second = new TestingBackend("second");
  private final Upstream gateways = new Upstream(List.of(first.uri(), second.uri()));
  private final Edge edge =
      Edge.start(
          "127.0.0.1", 0, new PublicRoutes(gateways, gateways, gateways), new Visitors(() -> {}));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    edge.close();
    first.close();
    second.close();
  }

  @Test
  void passesTextBinarySubprotocolAndCloseBothWays() throws Exception {
    Conversation conversation = new Conversation();
    WebSocket socket = connect("/ws?token=a", conversation);
    assertEquals("parley.v2", socket.getSubprotocol());
    assertEquals("welcome from first", conversation.next());
    String large = "x".repeat(60_000);
    socket.sendText(large, true).join();
    assertEquals(large, conversation.next());
    socket.sendText("bye", true).join();
    assertEquals("closed 4008 too slow", conversation.next());
    Eventually.check("the backend saw the end", () -> first.openSockets.get() == 0);
  }

  @Test
  void aBadTokenIsAcceptedAndThenClosedWith4001() throws Exception {
    Conversation conversation = new Conversation();
    connect("/ws?token=bad", conversation);
    assertEquals("closed 4001 Invalid or expired session token", conversation.next());
  }

  @Test
  void theBackendLearnsThatAClientIsGone() throws Exception {
    Conversation conversation = new Conversation();
    WebSocket socket = connect("/ws", conversation);
    conversation.next();
    assertEquals(1, first.openSockets.get());
    socket.abort();
    Eventually.check("the backend saw the end", () -> first.openSockets.get() == 0);
  }

  @Test
  void theClientLearnsThatTheBackendIsGone() throws Exception {
    Conversation conversation = new Conversation();
    connect("/ws", conversation);
    conversation.next();
    first.close();
    assertEquals("closed 1000", conversation.next().strip());
  }

  @Test
  void opensOnTheNextReplicaWhereOneRefuses() throws Exception {
    first.close();
    for (int socket = 0; socket < 4; socket++) {
      Conversation conversation = new Conversation();
      connect("/ws", conversation);
      assertEquals("welcome from second", conversation.next());
    }
  }

  @Test
  void manySocketsStayOpenAtOnce() throws Exception {
    for (int socket = 0; socket < 200; socket++) {
      Conversation conversation = new Conversation();
      connect("/ws", conversation);
      assertTrue(conversation.next().startsWith("welcome"));
    }
    assertEquals(200, first.openSockets.get() + second.openSockets.get());
  }

  @Test
  void aClientThatDoesNotReadHoldsItsBackendBack() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
      socket
          .getOutputStream()
          .write(
              """
              GET /ws HTTP/1.1
              Host: a
              Upgrade: websocket
              Connection: Upgrade
              Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
              Sec-WebSocket-Version: 13

              """
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream input = socket.getInputStream();
      assertEquals('H', input.read());
      socket.getOutputStream().write(maskedText("flood"));
      long[] before = {-1};
      Eventually.check(
          "the backend writes no more",
          () -> {
            TimeUnit.MILLISECONDS.sleep(500);
            boolean still = first.flooded.get() == before[0] && before[0] > 0;
            before[0] = first.flooded.get();
            return still;
          });
      assertTrue(first.flooded.get() < 40_000_000, "buffered " + first.flooded.get());
    }
  }

  /** A frame from a client, with a mask of zeros. */
  private static byte[] maskedText(String text) {
    byte[] frame = new byte[6 + text.length()];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | text.length());
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, frame, 6, text.length());
    return frame;
  }

  private WebSocket connect(String path, Conversation conversation) {
    URI uri = URI.create(String.format(Locale.ROOT, "ws://127.0.0.1:%d%s", edge.port(), path));
    return client
        .newWebSocketBuilder()
        .subprotocols("parley.v2")
        .buildAsync(uri, conversation)
        .join();
  }

  /** What a client received: texts, and {@code "closed CODE REASON"}. */
  private static final class Conversation implements WebSocket.Listener {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();

    String next() throws InterruptedException {
      return heard.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        heard.add(partial.toString());
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      heard.add(String.format(Locale.ROOT, "closed %d %s", code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      heard.add("failed");
    }
  }
}
