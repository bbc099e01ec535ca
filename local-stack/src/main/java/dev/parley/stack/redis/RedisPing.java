package dev.parley.stack.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Checks that a Redis answers, with a password and without a client library. */
public record RedisPing(int port, String password) {

  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final String ANSWERS = "+OK\r\n+PONG\r\n";

  public boolean isAnswered() {
    try (Socket socket = new Socket()) {
      int limit = (int) LIMIT.toMillis();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), limit);
      socket.setSoTimeout(limit);
      socket.getOutputStream().write(ascii("AUTH " + password + "\r\nPING\r\n"));
      byte[] answers = socket.getInputStream().readNBytes(ANSWERS.length());
      return ANSWERS.equals(new String(answers, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
