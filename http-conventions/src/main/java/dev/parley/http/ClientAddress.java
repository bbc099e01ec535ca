package dev.parley.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A client's address for rate limits: an IPv4 address, or the /64 network of an IPv6 address,
 * because one subscriber has all addresses of such a network.
 */
public record ClientAddress(String value) {

  private static final int NETWORK_BYTES = 8;

  /** Of ::1. */
  private static final String LOOPBACK_NETWORK = "00:00:00:00:00:00:00:00::/64";

  static final ClientAddress UNKNOWN = new ClientAddress("unknown");

  /** Not a client somewhere else, nor a proxy that says nothing of its clients. */
  public boolean isThisMachine() {
    return value.startsWith("127.") || value.equals(LOOPBACK_NETWORK);
  }

  static ClientAddress of(InetAddress address) {
    return new ClientAddress(
        address instanceof Inet4Address ? address.getHostAddress() : network(address));
  }

  private static String network(InetAddress address) {
    byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
    return HexFormat.ofDelimiter(":").formatHex(network) + "::/64";
  }

  @Override
  public String toString() {
    return value;
  }
}
