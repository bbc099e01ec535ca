package dev.parley.protocol.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.StorableText;

/**
 * The key that a gateway gives to a message without a {@code client_id}. It is longer than any
 * {@code client_id}, so the two never collide, and services can tell them apart and hide this one
 * from clients.
 */
public record GatewayKey(@JsonValue String value) {

  public static final int MAX_LENGTH = 128;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public GatewayKey {
    if (!isOne(value) || value.length() > MAX_LENGTH || !StorableText.isStorable(value)) {
      throw new IllegalArgumentException("a gateway's key must have 65 to 128 characters");
    }
  }

  /** Whether this stored key is a gateway's and not a client's. */
  public static boolean isOne(String key) {
    return key.length() > ClientId.MAX_LENGTH;
  }
}
