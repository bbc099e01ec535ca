package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The key under which its sender may send one message again without storing it twice, for ever. Any
 * string of 1 to {@value #MAX_LENGTH} UTF-16 units; clients use a UUID.
 */
public record ClientId(@JsonValue String value) {

  public static final int MAX_LENGTH = 64;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ClientId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("client_id must have 1 to 64 characters");
    }
    if (!StorableText.isStorable(value)) {
      throw new IllegalArgumentException("client_id has characters that cannot be stored");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
