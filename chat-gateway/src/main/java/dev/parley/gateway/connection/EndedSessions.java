package dev.parley.gateway.connection;

import dev.parley.protocol.SessionId;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The sessions that ended lately. A socket may be verified just before its session ends, and
 * registered just after all sockets of that session were closed. Remembers {@value #MAX_SESSIONS}
 * sessions for {@link #MEMORY} and drops the oldest first; a later re-verification finds their
 * sockets. Thread-safe.
 */
final class EndedSessions {

  static final int MAX_SESSIONS = 10_000;
  static final Duration MEMORY = Duration.ofMinutes(2);

  private final LongSupplier nanos;
  private final Map<SessionId, Long> endedAt = new LinkedHashMap<>();

  /**
   * @param nanos the time, as {@link System#nanoTime()} tells it
   */
  EndedSessions(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void add(Collection<SessionId> sessions) {
    long now = nanos.getAsLong();
    for (SessionId session : sessions) {
      endedAt.remove(session);
      endedAt.put(session, now);
    }
    forgetOldest(now);
  }

  private void forgetOldest(long now) {
    Iterator<Long> oldest = endedAt.values().iterator();
    while (oldest.hasNext() && (isOver(oldest.next(), now) || endedAt.size() > MAX_SESSIONS)) {
      oldest.remove();
    }
  }

  synchronized boolean contains(SessionId session) {
    Long ended = endedAt.get(session);
    return ended != null && !isOver(ended, nanos.getAsLong());
  }

  private static boolean isOver(long ended, long now) {
    return now - ended > MEMORY.toNanos();
  }
}
