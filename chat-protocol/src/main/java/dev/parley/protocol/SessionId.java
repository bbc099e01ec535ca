package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies one login of one user on one device. It is no secret: the token is. */
public record SessionId(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SessionId {
    SafeInteger.requirePositive("session id", value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
