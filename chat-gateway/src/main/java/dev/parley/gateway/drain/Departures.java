package dev.parley.gateway.drain;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

/**
 * Who is to leave, and when. A traveller is called in turn, gets what it waits for, and leaves as
 * soon as it waits for nothing; when the time is over, everybody leaves. Belongs to one thread.
 */
final class Departures {

  /** Somebody who is to leave. */
  interface Traveller {

    /** Should begin nothing new. */
    void called();

    /** Whether something that it began is not finished. */
    boolean isBusy();

    /** Comes after {@link #called()}, once. */
    void leaves();
  }

  private final Queue<Traveller> waiting;
  private final List<Traveller> called = new ArrayList<>();
  private final Pace pace;
  private int calls;

  Departures(Collection<? extends Traveller> all, Duration within) {
    this.waiting = new ArrayDeque<>(all);
    this.pace = new Pace(all.size(), within);
  }

  /** To be asked every few milliseconds; false when everybody has left. */
  boolean proceed(Duration elapsed) {
    for (int due = pace.calledAfter(elapsed); calls < due && !waiting.isEmpty(); calls++) {
      call(waiting.remove());
    }
    boolean over = elapsed.compareTo(pace.within()) >= 0;
    called.removeIf(traveller -> leavesIfItCan(traveller, over));
    return !waiting.isEmpty() || !called.isEmpty();
  }

  private void call(Traveller traveller) {
    traveller.called();
    called.add(traveller);
  }

  private static boolean leavesIfItCan(Traveller traveller, boolean over) {
    if (traveller.isBusy() && !over) {
      return false;
    }
    traveller.leaves();
    return true;
  }
}
