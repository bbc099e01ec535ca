package dev.parley.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.SessionId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** G6. */
class EndedSessionsTest {

  private static final SessionId ONE = new SessionId(1);

  private final AtomicLong now = new AtomicLong();
  private final EndedSessions ended = new EndedSessions(now::get);

  @Test
  void areRememberedForAWhile() {
    ended.add(List.of(ONE));
    now.addAndGet(EndedSessions.MEMORY.toNanos());
    assertTrue(ended.contains(ONE));
    now.addAndGet(1);
    assertFalse(ended.contains(ONE));
  }

  @Test
  void theOldestAreForgottenFirst() {
    ended.add(List.of(ONE));
    ended.add(sessions(2, EndedSessions.MAX_SESSIONS));
    assertTrue(ended.contains(ONE));
    ended.add(sessions(EndedSessions.MAX_SESSIONS + 1, EndedSessions.MAX_SESSIONS + 1));
    assertFalse(ended.contains(ONE));
    assertTrue(ended.contains(new SessionId(2)));
  }

  private static List<SessionId> sessions(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(SessionId::new).toList();
  }
}
