package dev.parley.stack.process;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for processes that start a little later. They are below the range that operating systems
 * use for outgoing connections, so that no such connection takes one.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 32_000;
  private static final int ATTEMPTS = 200;

  /**
   * Ports that were given out, and on which perhaps nobody listens yet. None is given out twice.
   */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** Returns a different port at each call. */
  public static int find() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new StackException(
        String.format(
            Locale.ROOT,
            "No port between %d and %d is free: stop some programs.",
            FIRST,
            AFTER_LAST));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
