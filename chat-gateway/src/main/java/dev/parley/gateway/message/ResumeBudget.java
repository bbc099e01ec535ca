package dev.parley.gateway.message;

/** What one {@code resume} may still be answered with. Belongs to one connection's turn. */
final class ResumeBudget {

  static final int MAX_MESSAGES = 2_000;

  /** Half of what may wait for a client. The message that reaches it is the last one. */
  static final int MAX_BYTES = 512 * 1024;

  private int messages = MAX_MESSAGES;
  private long bytes = MAX_BYTES;

  boolean isUsedUp() {
    return messages <= 0 || bytes <= 0;
  }

  void take(int frameBytes) {
    messages--;
    bytes -= frameBytes;
  }
}
