package dev.parley.history.append;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Requests in the order of their arrival, bounded by the events that they write. Many threads
 * offer, one takes.
 */
final class AppendQueue {

  private final AppendConfig limits;
  private final Semaphore room;
  private final LinkedBlockingQueue<WaitingAppend> queue = new LinkedBlockingQueue<>();

  AppendQueue(AppendConfig limits) {
    this.limits = limits;
    this.room = new Semaphore(limits.maxWaitingMessages());
  }

  /** Returns false if there is no room. */
  boolean offer(WaitingAppend append) {
    return room.tryAcquire(append.events()) && queue.add(append);
  }

  int waitingEvents() {
    return limits.maxWaitingMessages() - room.availablePermits();
  }

  /**
   * Waits for the first request, then takes all that is there, up to the size of a transaction. A
   * single request always fits. Empty where all that waited was abandoned.
   */
  List<WaitingAppend> takeMerged() throws InterruptedException {
    List<WaitingAppend> merged = new ArrayList<>();
    int events = 0;
    long characters = 0;
    WaitingAppend next = queue.take();
    while (next != null) {
      room.release(next.events());
      if (!next.isAbandoned()) {
        merged.add(next);
        events += next.events();
        characters += next.characters();
      }
      next = pollWithin(limits.maxTransactionMessages() - events, characters);
    }
    return merged;
  }

  /** Only the writer takes, so what it has peeked at is still there to be polled. */
  private WaitingAppend pollWithin(int events, long characters) {
    WaitingAppend next = queue.peek();
    return next != null
            && next.events() <= events
            && characters + next.characters() <= limits.maxTransactionCharacters()
        ? queue.poll()
        : null;
  }

  List<WaitingAppend> drain() {
    List<WaitingAppend> rest = new ArrayList<>();
    queue.drainTo(rest);
    return rest;
  }
}
