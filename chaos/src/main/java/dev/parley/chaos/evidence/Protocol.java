package dev.parley.chaos.evidence;

/** What a client speaks. */
public enum Protocol {
  FIRST,
  SECOND
}
