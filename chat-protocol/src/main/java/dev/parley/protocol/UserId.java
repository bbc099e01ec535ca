package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an account. On the wire a JSON number from 1 up, within a JavaScript safe integer. */
public record UserId(@JsonValue long value) implements Comparable<UserId> {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserId {
    SafeInteger.requirePositive("user id", value);
  }

  @Override
  public int compareTo(UserId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
