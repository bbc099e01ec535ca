package dev.parley.fuzz.input;

/** Where something is thrown: at the edge, or past it at a service's own port. */
public enum Door {
  EDGE,
  FIRST_GATEWAY,
  SECOND_GATEWAY,
  AUTH,
  HISTORY
}
