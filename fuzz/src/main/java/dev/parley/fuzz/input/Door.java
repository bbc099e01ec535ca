package dev.parley.fuzz.input;

/** Where something is thrown: at the edge, or past it at a port of a service. */
public enum Door {
  EDGE,
  FIRST_GATEWAY,
  SECOND_GATEWAY,
  AUTH,
  AUTH_INTERNAL,
  HISTORY,
  HISTORY_INTERNAL;

  /** Where this service answers other services. */
  Door internal() {
    return this == AUTH ? AUTH_INTERNAL : HISTORY_INTERNAL;
  }
}
