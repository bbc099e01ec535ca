package dev.parley.gateway.resume;

/** What one {@code resume} may still be answered with. Belongs to one connection's turn. */
final class ResumeBudget {

  static final int MAX_EVENTS = 2_000;

  /** Half of what may wait for a client. The message that reaches it is the last one. */
  static final int MAX_BYTES = 512 * 1024;

  private int events = MAX_EVENTS;
  private long bytes = MAX_BYTES;

  boolean isUsedUp() {
    return events <= 0 || bytes <= 0;
  }

  void take(int frameBytes) {
    events--;
    bytes -= frameBytes;
  }
}
