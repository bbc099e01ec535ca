package dev.parley.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the edge listens, and what people call that.
 *
 * <p>The {@code parley} script runs this file alone, before anything is built, so it uses nothing
 * but the JDK.
 *
 * @param host an address of either family, or a name for one; {@code 0.0.0.0} and {@code ::} stand
 *     for all of them
 */
record ListenAddress(String host, int port) {

  private static final int FIRST_UNPRIVILEGED = 1024;
  private static final int CONNECT_MILLIS = 1000;
  private static final int FAILED = 1;

  /**
   * Ends with status 1 and a sentence if nobody can listen there now.
   *
   * @param arguments host and port
   */
  public static void main(String[] arguments) {
    new ListenAddress(arguments[0], Integer.parseInt(arguments[1]))
        .problem()
        .ifPresent(
            problem -> {
              System.err.println(problem);
              System.exit(FAILED);
            });
  }

  /** What keeps the edge from listening there; empty if nothing does. */
  Optional<String> problem() {
    return address()
        .map(this::problemOf)
        .orElseGet(
            () ->
                Optional.of(
                    "This machine knows no address %s: give --host (or HOST) one of its own addresses, or leave it out."
                        .formatted(host)));
  }

  private Optional<String> problemOf(InetAddress address) {
    if (!isOwn(address) || !canListen(address, 0)) {
      return Optional.of(foreign());
    }
    return canListen(address, port) ? Optional.empty() : Optional.of(problemOfPort(address));
  }

  /**
   * A system may let a program listen on an address that nobody can connect to, such as a broadcast
   * address.
   */
  private static boolean isOwn(InetAddress address) {
    try {
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true;
    }
  }

  /** Finds out by trying, because the system gives its reasons in the machine's language. */
  private static boolean canListen(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String problemOfPort(InetAddress address) {
    String sentence =
        port < FIRST_UNPRIVILEGED && !isAnswered(address)
            ? "You may not listen on port %d: choose one from %d up with --port (or PORT)."
            : "Port %d is in use: stop the program that uses it, or choose another port with --port (or PORT).";
    return String.format(Locale.ROOT, sentence, port, FIRST_UNPRIVILEGED);
  }

  private boolean isAnswered(InetAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String foreign() {
    return "%s is not an address of this machine: give --host (or HOST) one of its own addresses, or leave it out."
        .formatted(host);
  }

  private Optional<InetAddress> address() {
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** The address itself: {@code 127.0.0.1}, {@code ::1}. */
  InetAddress required() {
    return address().orElseThrow(() -> new IllegalStateException(host + " is unknown"));
  }

  /** {@code http://localhost:8000}, {@code http://[::1]:8000}. */
  URI uri() {
    return URI.create(String.format(Locale.ROOT, "http://%s:%d", name(), port));
  }

  /** Other loopback addresses are not reached as {@code localhost}, so they keep their names. */
  private String name() {
    InetAddress address = required();
    boolean isLocalhost =
        address.isAnyLocalAddress() || address.getHostAddress().equals("127.0.0.1");
    return isLocalhost ? "localhost" : bracketed();
  }

  private String bracketed() {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }
}
