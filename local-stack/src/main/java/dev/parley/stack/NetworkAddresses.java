package dev.parley.stack;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The addresses by which other machines reach this one. */
record NetworkAddresses(ListenAddress address) {

  private static final int MOST = 3;

  /**
   * The addresses for others to open, the likeliest first; none if only this machine can connect.
   */
  List<URI> ofOthers() {
    InetAddress listening = address.required();
    if (listening.isLoopbackAddress()) {
      return List.of();
    }
    return listening.isAnyLocalAddress()
        ? interfaces()
            .filter(Inet4Address.class::isInstance)
            .limit(MOST)
            .map(InetAddress::getHostAddress)
            .map(host -> new ListenAddress(host, address.port()).uri())
            .toList()
        : List.of(address.uri());
  }

  private static Stream<InetAddress> interfaces() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(NetworkAddresses::isUsed)
          .flatMap(NetworkInterface::inetAddresses);
    } catch (SocketException e) {
      return Stream.of();
    }
  }

  private static boolean isUsed(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback() && !network.isPointToPoint();
    } catch (SocketException e) {
      return false;
    }
  }
}
