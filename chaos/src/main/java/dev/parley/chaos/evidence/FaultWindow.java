package dev.parley.chaos.evidence;

import dev.parley.chaos.schedule.FaultKind;
import dev.parley.chaos.schedule.Target;

/**
 * A fault as it really happened. Times are nanoseconds since the run began.
 *
 * @param to the part was ready again, or the run gave up on it
 * @param recovered whether it came back
 */
public record FaultWindow(FaultKind kind, Target target, long from, long to, boolean recovered) {

  public boolean overlaps(long begin, long end) {
    return from <= end && to >= begin;
  }
}
