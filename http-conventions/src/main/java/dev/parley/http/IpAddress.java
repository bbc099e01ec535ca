package dev.parley.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as proxies write them. Never looks a name up. */
final class IpAddress {

  /** {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}, the port left out or not. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?|([^:]*):\\d+");

  private IpAddress() {}

  static Optional<InetAddress> parse(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(withoutPort(text.strip()));
    return Optional.ofNullable(bytes).map(IpAddress::of);
  }

  private static String withoutPort(String text) {
    Matcher parts = WITH_PORT.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    return parts.group(1) != null ? parts.group(1) : parts.group(2);
  }

  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address has 4 or 16 bytes", e);
    }
  }
}
