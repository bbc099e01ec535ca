package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {

  private final ClientAddresses addresses =
      new ClientAddresses(List.of("127.0.0.0/8", "10.0.0.0/8", "fc00::/7", "198.51.100.7"));

  @Test
  void aTrustedProxyTellsWhoItsClientIs() {
    assertEquals("203.0.113.9", client("127.0.0.1", "203.0.113.9"));
    assertEquals("203.0.113.9", client("198.51.100.7", "203.0.113.9:4711"));
    assertEquals("10.1.2.3", client("127.0.0.1", "10.1.2.3"));
  }

  @Test
  void aStrangerSpeaksForItselfAlone() {
    assertEquals("203.0.113.9", client("203.0.113.9", "192.0.2.1"));
    assertEquals("198.51.100.8", client("198.51.100.8", "192.0.2.1"));
  }

  @Test
  void whatAClientWroteBeforeItsProxyIsNotBelieved() {
    assertEquals("203.0.113.9", client("10.0.0.1", "192.0.2.1, 203.0.113.9"));
    assertEquals("203.0.113.9", client("10.0.0.1", "192.0.2.1", "203.0.113.9, 10.0.0.2"));
  }

  @Test
  void whatIsNoAddressEndsTheSearch() {
    for (String nonsense : List.of("", "unknown", "localhost", "203.0.113.999", "a, b", "[::1")) {
      assertEquals("10.0.0.1", client("10.0.0.1", nonsense));
    }
  }

  @Test
  void anIpv6SubscriberIsOneClient() {
    String one = client("10.0.0.1", "2001:db8:1:2:3:4:5:6");
    assertEquals("20:01:0d:b8:00:01:00:02::/64", one);
    assertEquals(one, client("fc00::1", "[2001:db8:1:2::9]:443"));
    assertEquals("203.0.113.9", client("10.0.0.1", "::ffff:203.0.113.9"));
  }

  @Test
  void thisMachineIsKnown() {
    for (String own : List.of("127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1")) {
      assertTrue(ClientAddress.of(IpAddress.parse(own).orElseThrow()).isThisMachine(), own);
    }
    for (String other : List.of("10.0.0.1", "12.7.0.1", "fe80::1", "2001:db8::1")) {
      assertFalse(ClientAddress.of(IpAddress.parse(other).orElseThrow()).isThisMachine(), other);
    }
  }

  @Test
  void anUnreadableNetworkIsNamed() {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> IpNetwork.parse("proxy.example/8"));
    assertEquals("proxy.example/8 is not an IP address or network", failure.getMessage());
  }

  private String client(String peer, String... forwardedFor) {
    InetAddress address = IpAddress.parse(peer).orElseThrow();
    return addresses.behind(address, List.of(forwardedFor)).value();
  }
}
