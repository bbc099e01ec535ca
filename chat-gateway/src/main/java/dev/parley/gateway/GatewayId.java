package dev.parley.gateway;

import java.util.regex.Pattern;

/** Names one gateway process among all; a new one at each start unless it is configured. */
public record GatewayId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  public GatewayId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "parley.gateway.id must have 1 to 64 letters, digits, dots, dashes or underscores");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
