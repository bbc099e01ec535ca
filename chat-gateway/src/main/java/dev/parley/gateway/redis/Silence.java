package dev.parley.gateway.redis;

/**
 * Notices that nothing has been heard for too long. It counts looks and no time: a process that was
 * stopped itself looks once when it wakes up, before it reads what waits for it, and must not take
 * its own pause for the other's silence. Not thread-safe.
 */
final class Silence {

  private final long allowed;
  private long looks;

  /**
   * @param allowed looks in a row that may find nothing
   */
  Silence(long allowed) {
    this.allowed = allowed;
  }

  static Silence of(RedisConfig config) {
    return new Silence(config.hungAfter().dividedBy(config.tickEvery()));
  }

  void heard() {
    looks = 0;
  }

  /** To be asked at each look. */
  boolean isTooLong() {
    looks++;
    return looks > allowed;
  }
}
