package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressLimitTest {

  private static final ClientAddress EVE = new ClientAddress("203.0.113.9");
  private static final ClientAddress ADA = new ClientAddress("198.51.100.7");

  private final AddressLimit limit = new AddressLimit(2);

  @Test
  void oneAddressGetsSoManyAndOthersAreNotConcerned() {
    assertTrue(limit.enter(EVE));
    assertTrue(limit.enter(EVE));
    assertFalse(limit.enter(EVE));
    assertTrue(limit.enter(ADA));
  }

  @Test
  void whatLeavesMakesRoomAndIsForgotten() {
    limit.enter(EVE);
    limit.enter(EVE);
    limit.enter(EVE);
    limit.leave(EVE);
    assertTrue(limit.enter(EVE));
    limit.leave(EVE);
    limit.leave(EVE);
    limit.leave(EVE);
    assertEquals(0, limit.size());
  }

  @Test
  void thisMachineIsNotLimited() {
    for (String own : new String[] {"127.0.0.1", "127.8.9.10", "00:00:00:00:00:00:00:00::/64"}) {
      assertTrue(IntStream.range(0, 10).allMatch(i -> limit.enter(new ClientAddress(own))), own);
    }
    assertEquals(0, limit.size());
  }

  @Test
  void ofManyAtOnceNoMoreGetIn() {
    AtomicInteger admitted = new AtomicInteger();
    IntStream.range(0, 10_000)
        .parallel()
        .filter(i -> limit.enter(EVE))
        .forEach(i -> admitted.incrementAndGet());
    assertEquals(2, admitted.get());
  }
}
