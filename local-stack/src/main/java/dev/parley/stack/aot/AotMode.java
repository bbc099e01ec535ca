package dev.parley.stack.aot;

import dev.parley.stack.StackException;

/** What the services of a stack do with their {@link AotCache}. */
public enum AotMode {
  /** Use it where there is one that fits. */
  USE,
  /** Write a recording, from which one is made. */
  RECORD,
  OFF;

  /** The variable that chooses; empty for {@link #USE}. */
  public static final String VARIABLE = "PARLEY_AOT";

  public static AotMode parse(String value) {
    return switch (value) {
      case "", "use" -> USE;
      case "record" -> RECORD;
      case "off" -> OFF;
      default ->
          throw new StackException(
              "%s must be use, record or off; it is \"%s\".".formatted(VARIABLE, value));
    };
  }
}
