package dev.parley.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://localhost:8000",
    "localhost, http://localhost:8000",
    "0.0.0.0, http://localhost:8000",
    "::, http://localhost:8000",
    "::1, http://[::1]:8000",
    "[::1], http://[::1]:8000",
    "127.0.0.2, http://127.0.0.2:8000",
  })
  void peopleReachItWhereItListens(String host, String uri) {
    assertEquals(uri, new ListenAddress(host, 8000).uri().toString());
  }

  /** From 192.0.2.0/24 and 2001:db8::/32, which only documents use; and a broadcast. */
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.77", "2001:db8::77", "255.255.255.255", "224.0.0.1"})
  void anAddressOfAnotherMachineIsRefused(String host) {
    assertEquals(
        Optional.of(
            host
                + " is not an address of this machine: give --host (or HOST) one of its own addresses, or leave it out."),
        new ListenAddress(host, 0).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost", "localhost:8000", "no such name"})
  void whatIsNoAddressIsRefused(String host) {
    String problem = new ListenAddress(host, 0).problem().orElseThrow();
    assertTrue(problem.startsWith("This machine knows no address " + host), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "0.0.0.0"})
  void aPortThatIsInUseIsRefusedAtEveryAddress(String host) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String problem = new ListenAddress(host, taken.getLocalPort()).problem().orElseThrow();
      assertTrue(problem.startsWith("Port " + taken.getLocalPort() + " is in use: "), problem);
    }
  }

  @Test
  void nobodyElseReachesALoopbackAddress() {
    for (String host : List.of("127.0.0.1", "::1", "localhost", "127.0.0.2")) {
      assertEquals(List.of(), new NetworkAddresses(new ListenAddress(host, 8000)).ofOthers());
    }
  }

  @Test
  void othersAreToldNoLoopbackAddress() {
    assertTrue(
        new NetworkAddresses(new ListenAddress("0.0.0.0", 8000))
            .ofOthers().stream()
                .noneMatch(uri -> uri.getHost().startsWith("127.") || uri.getPort() != 8000));
  }
}
