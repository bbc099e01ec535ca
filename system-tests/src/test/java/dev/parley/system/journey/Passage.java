package dev.parley.system.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection of a browser through a {@link TestingProxy}. */
final class Passage {

  private static final int PIECE = 16_384;

  private final Socket browser;
  private volatile Socket server;
  private volatile boolean isFrozen;

  Passage(Socket browser) {
    this.browser = browser;
  }

  /** Passes on what both say, to the end. */
  void connect(Socket edge, String head) throws IOException {
    server = edge;
    edge.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    Thread.ofVirtual().start(() -> pump(edge, browser));
    pump(browser, edge);
  }

  void answer(String answer) throws IOException {
    browser.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    browser.shutdownOutput();
  }

  /** Until the browser gives up. */
  void swallow() throws IOException {
    browser.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  void freeze() {
    isFrozen = true;
  }

  private void pump(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (!isFrozen) {
          to.getOutputStream().write(piece, 0, read);
        }
      }
    } catch (IOException gone) {
      // So does the other side.
    }
    if (!isFrozen) {
      close();
    }
  }

  void close() {
    close(browser);
    close(server);
  }

  private static void close(Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // It is closed.
    }
  }
}
