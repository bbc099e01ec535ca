package dev.parley.protocol.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The step before, of a message that is traced, as W3C Trace Context writes it: {@code
 * 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01}. One service tells it to the next;
 * clients never do.
 */
public record TraceParent(@JsonValue String value) {

  private static final Pattern VERSION_00 =
      Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TraceParent {
    if (!VERSION_00.matcher(value).matches()) {
      throw new IllegalArgumentException("a trace parent must have a version, two ids and flags");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
