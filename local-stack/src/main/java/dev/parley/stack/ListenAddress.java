package dev.parley.stack;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Where the edge listens, and how people call that. */
record ListenAddress(String host, int port) {

  private static final int FIRST_UNPRIVILEGED = 1024;

  /** {@code http://localhost:8000}, also where it listens on every interface. */
  URI uri() {
    return URI.create(
        String.format(Locale.ROOT, "http://%s:%d", isLocal() ? "localhost" : bracketed(), port));
  }

  private boolean isLocal() {
    InetAddress address = resolved();
    return address.isLoopbackAddress() || address.isAnyLocalAddress();
  }

  private String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private InetAddress resolved() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new StackException(
          "The address %s is not known: set HOST to an address of this machine, or leave it unset."
              .formatted(host),
          e);
    }
  }

  /** Fails where nobody could listen there now. */
  void requireFree() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(resolved(), port));
    } catch (BindException e) {
      throw new StackException(reason(e), e);
    } catch (IOException e) {
      throw new StackException("Nobody can listen on %s: %s".formatted(uri(), e), e);
    }
  }

  private String reason(BindException failure) {
    if (String.valueOf(failure.getMessage()).contains("Permission denied")) {
      return String.format(
          Locale.ROOT,
          "Port %d needs more rights: choose one from %d on with --port.",
          port,
          FIRST_UNPRIVILEGED);
    }
    if (String.valueOf(failure.getMessage()).contains("assign requested address")) {
      return "%s is no address of this machine: set HOST to one, or leave it unset."
          .formatted(host);
    }
    return String.format(
        Locale.ROOT,
        "Port %d is in use: stop the program that uses it, or choose another with --port (or PORT).",
        port);
  }
}
