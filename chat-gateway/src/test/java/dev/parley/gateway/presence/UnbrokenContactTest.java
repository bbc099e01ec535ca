package dev.parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** G9. */
class UnbrokenContactTest {

  private static final Duration LEASE = Duration.ofSeconds(15);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final UnbrokenContact contact = new UnbrokenContact(now::get);

  @Test
  void nobodyIsDeadBeforeEverybodyHadALeaseToSpeak() {
    assertFalse(contact.lasts(LEASE));
    now.addAndGet(LEASE.toNanos());
    assertTrue(contact.lasts(LEASE));
    contact.broke();
    now.addAndGet(LEASE.toNanos() - 1);
    assertFalse(contact.lasts(LEASE));
    now.addAndGet(1);
    assertTrue(contact.lasts(LEASE));
  }
}
