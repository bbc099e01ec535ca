package dev.parley.bench.machine;

import java.util.List;

/**
 * What {@code /proc/PID/stat} says about a process (proc(5)).
 *
 * @param ownTicks CPU time of its threads, user and system, in {@link #TICKS_PER_SECOND}
 * @param endedChildrenTicks the same for its children that have ended and were waited for
 */
record ProcessStat(long ownTicks, long endedChildrenTicks) {

  /** USER_HZ, the same on every Linux that Java runs on. */
  static final double TICKS_PER_SECOND = 100;

  /** Positions after the name, which is in brackets and may contain spaces and brackets. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  static ProcessStat parse(String line) {
    List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    return new ProcessStat(
        ticks(fields, USER) + ticks(fields, SYSTEM),
        ticks(fields, CHILDREN_USER) + ticks(fields, CHILDREN_SYSTEM));
  }

  private static long ticks(List<String> fields, int place) {
    return Long.parseLong(fields.get(place));
  }
}
