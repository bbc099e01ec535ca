package dev.parley.stack.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replica that dies during its handshake. */
class VanishingReplicaTest {

  private static final int TIMES = 200;
  private static final int PATIENCE_MS = 5_000;

  private static final String HANDSHAKE =
      """
      GET /ws HTTP/1.1
      Host: a
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      Sec-WebSocket-Version: 13

      """
          .replace("\n", "\r\n");

  private static final String ANSWER =
      """
      HTTP/1.1 101 Switching Protocols
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=

      """
          .replace("\n", "\r\n");

  private final ServerSocket replica = listen();
  private final Upstream gateways =
      new Upstream(List.of(URI.create("http://127.0.0.1:" + replica.getLocalPort())));
  private final Edge edge =
      Edge.start(
          "127.0.0.1", 0, new PublicRoutes(gateways, gateways, gateways), new Visitors(() -> {}));

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stop() throws IOException {
    edge.close();
    replica.close();
  }

  @Test
  void theClientLearnsThatItIsGone() throws Exception {
    Thread.ofVirtual().start(this::acceptAndVanish);
    for (int time = 0; time < TIMES; time++) {
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
        client.setSoTimeout(PATIENCE_MS);
        client.getOutputStream().write(HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
        String answer =
            new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals("HTTP/1.1 101", answer.substring(0, Math.min(12, answer.length())));
      }
    }
  }

  private void acceptAndVanish() {
    try {
      while (true) {
        try (Socket socket = replica.accept()) {
          readHead(socket.getInputStream());
          socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static void readHead(InputStream input) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) input.read());
    }
  }
}
