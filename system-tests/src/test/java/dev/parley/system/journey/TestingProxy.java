package dev.parley.system.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Stands between a browser and the edge as a proxy does that somebody else runs: it passes
 * everything on, answers by itself, or says nothing. One request a connection, so that each change
 * counts for the next request.
 */
final class TestingProxy implements AutoCloseable {

  private static final int LARGEST_HEAD = 32_768;

  private final ServerSocket door;
  private final URI target;
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
  private volatile Rule rule = Rule.NONE;

  private TestingProxy(ServerSocket door, URI target) {
    this.door = door;
    this.target = target;
  }

  static TestingProxy before(URI target) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      TestingProxy proxy = new TestingProxy(new ServerSocket(0, 50, loopback), target);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create(
        String.format(Locale.ROOT, "http://%s:%d/", target.getHost(), door.getLocalPort()));
  }

  /** Passes everything on from now on. */
  void pass() {
    rule = Rule.NONE;
  }

  /** Answers each request whose path fits, in place of Parley. */
  void answer(Predicate<String> path, String answer) {
    rule = new Rule(path, answer);
  }

  /** Takes each request whose path fits, and says nothing. */
  void swallow(Predicate<String> path) {
    rule = new Rule(path, null);
  }

  /** Lets nothing through any more on what is open, in no direction, and closes none of it. */
  void freezeWhatIsOpen() {
    passages.forEach(Passage::freeze);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket browser = door.accept();
        Thread.ofVirtual().start(() -> serve(browser));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket browser) {
    Passage passage = new Passage(browser);
    passages.add(passage);
    try {
      String head = headIn(browser.getInputStream());
      String[] requestLine = head.split(" ", 3);
      if (requestLine.length == 3) {
        serve(passage, head, requestLine[1]);
      }
    } catch (IOException gone) {
      // The browser went, or the edge did: so does the other side.
    } finally {
      passages.remove(passage);
      passage.close();
    }
  }

  private void serve(Passage passage, String head, String path) throws IOException {
    Rule now = rule;
    if (!now.fits(path)) {
      passage.connect(new Socket(target.getHost(), target.getPort()), once(head));
    } else if (now.answer() != null) {
      passage.answer(now.answer());
    } else {
      passage.swallow();
    }
  }

  /** A WebSocket stays as it is. */
  private static String once(String head) {
    return head.replaceFirst("(?im)^Connection: keep-alive", "Connection: close");
  }

  private static String headIn(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (head.size() < LARGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
      String text = head.toString(StandardCharsets.ISO_8859_1);
      if (text.endsWith("\r\n\r\n")) {
        return text;
      }
    }
    return "";
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    passages.forEach(Passage::close);
  }

  /** An answer of null is none. */
  private record Rule(Predicate<String> path, String answer) {

    static final Rule NONE = new Rule(path -> false, null);

    boolean fits(String requested) {
      return path.test(requested);
    }
  }
}
