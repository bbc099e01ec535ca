package dev.parley.bench.client;

/** Which of Parley's protocols a client speaks. */
public enum Dialect {
  FIRST,
  SECOND;

  /** Every second client speaks the second protocol: the even numbers. */
  public static Dialect ofNumber(int client) {
    return client % 2 == 0 ? SECOND : FIRST;
  }
}
