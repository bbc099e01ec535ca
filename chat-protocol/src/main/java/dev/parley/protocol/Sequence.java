package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number of an event in its conversation: 1 for the first, without gaps, in commit order. 0
 * stands for "before the first event", as in a read mark that was never moved.
 */
public record Sequence(@JsonValue long value) implements Comparable<Sequence> {

  public static final Sequence NONE = new Sequence(0);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sequence {
    SafeInteger.requireNotNegative("seq", value);
  }

  public Sequence next() {
    return new Sequence(value + 1);
  }

  /** The one before, or "before the first event". */
  public Sequence previous() {
    return new Sequence(Math.max(0, value - 1));
  }

  public boolean isAfter(Sequence other) {
    return value > other.value;
  }

  @Override
  public int compareTo(Sequence other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
