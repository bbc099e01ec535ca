package dev.parley.system.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Bytes that no HTTP client sends, and all that comes back. */
final class RawRequest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration IMPATIENCE = Duration.ofSeconds(1);
  private static final int NOTHING_MORE_MILLIS = 300;

  private RawRequest() {}

  /**
   * Sends it, and reads until the server closes, or says nothing more.
   *
   * @param request with {@code {host}} where the address is to stand
   */
  static String send(URI address, String request) {
    return send(address, request, PATIENCE);
  }

  /** The same for what need not be answered: the server may wait for more of it. */
  static String attempt(URI address, String request) {
    return send(address, request, IMPATIENCE);
  }

  private static String send(URI address, String request, Duration patience) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout((int) patience.toMillis());
      byte[] bytes =
          request.replace("{host}", address.getAuthority()).getBytes(StandardCharsets.UTF_8);
      write(socket, bytes);
      return answer(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Socket socket, byte... bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException refused) {
      // The server has had enough before all of it was written; its answer says why.
    }
  }

  private static String answer(Socket socket) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        answer.write(next);
        if (in.available() == 0) {
          socket.setSoTimeout(NOTHING_MORE_MILLIS);
        }
      }
    } catch (SocketTimeoutException silent) {
      // That was all.
    } catch (IOException reset) {
      // So was this.
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** Of the first answer; 0 where there is none. */
  static int status(String answer) {
    return answer.matches("(?s)HTTP/1\\.[01] \\d{3}.*")
        ? Integer.parseInt(answer.substring(9, 12))
        : 0;
  }
}
