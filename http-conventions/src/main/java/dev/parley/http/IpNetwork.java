package dev.parley.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A range of addresses: {@code 10.0.0.0/8}, {@code fc00::/7}, or a single address. */
final class IpNetwork {

  private final IpSubnetFilterRule rule;

  private IpNetwork(IpSubnetFilterRule rule) {
    this.rule = rule;
  }

  /**
   * @throws IllegalArgumentException where the text is none, which names it
   */
  static IpNetwork parse(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress address =
        IpAddress.parse(parts[0])
            .orElseThrow(
                () -> new IllegalArgumentException(text + " is not an IP address or network"));
    int allBits = address.getAddress().length * Byte.SIZE;
    int bits = parts.length == 1 ? allBits : bits(parts[1]);
    return new IpNetwork(new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT));
  }

  private static int bits(String text) {
    if (!text.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException(text + " is no number of bits");
    }
    return Integer.parseInt(text);
  }

  boolean contains(InetAddress address) {
    return rule.matches(new InetSocketAddress(address, 0));
  }
}
