package dev.parley.http.drain;

import jakarta.inject.Singleton;

/** Whether this process was told to stop. Thread-safe. */
@Singleton
public class Draining {

  private volatile boolean underWay;

  /** From then on nothing new should begin here; there is no way back. */
  public boolean isUnderWay() {
    return underWay;
  }

  void begin() {
    underWay = true;
  }
}
