package dev.parley.fuzz.input;

/** Where an input is thrown: at the edge, or directly at a port of a service. */
public enum Door {
  EDGE,
  FIRST_GATEWAY,
  SECOND_GATEWAY,
  AUTH,
  AUTH_INTERNAL,
  HISTORY,
  HISTORY_INTERNAL;

  /** The door at which this service answers other services. */
  Door internal() {
    return this == AUTH ? AUTH_INTERNAL : HISTORY_INTERNAL;
  }
}
