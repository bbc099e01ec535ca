package dev.parley.http.drain;

/** How many requests are being answered, and since when there are none. Thread-safe. */
final class RequestsInFlight {

  private int count;
  private long quietSinceNanos;

  RequestsInFlight(long nowNanos) {
    this.quietSinceNanos = nowNanos;
  }

  synchronized void began() {
    count++;
  }

  synchronized void ended(long nowNanos) {
    count--;
    quietSinceNanos = nowNanos;
  }

  /** For how long nothing has been in flight; 0 while something is. */
  synchronized long quietNanos(long nowNanos) {
    return count > 0 ? 0 : nowNanos - quietSinceNanos;
  }
}
