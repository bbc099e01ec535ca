package dev.parley.protocol.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.StorableText;

/**
 * What a gateway calls a message whose sender gave it no {@code client_id}. Longer than any of
 * those, so that the two never meet, and so that it can be told apart and kept from clients.
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
