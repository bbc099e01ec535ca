package dev.parley.bench.client;

/** The measurement does not count; the message says why. */
public final class VoidedException extends RuntimeException {

  public VoidedException(String reason) {
    super(reason);
  }

  public VoidedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
