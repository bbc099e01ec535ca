package dev.parley.http.drain;

/**
 * Something that a stop waits for. All of them are asked one after the other, by their {@link
 * jakarta.annotation.Priority}, the highest first.
 */
public interface Drain {

  /**
   * Returns as soon as nothing is left, or when the time is over. Runs on the thread of the stop,
   * which may be blocked; everything else still works meanwhile.
   */
  void finish(Deadline deadline) throws InterruptedException;
}
