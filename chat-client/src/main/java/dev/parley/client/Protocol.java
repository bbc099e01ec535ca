package dev.parley.client;

/** What a client speaks. */
public enum Protocol {
  /** That of the chat which Parley succeeds: no acknowledgements, no places, no resume. */
  FIRST,
  /** {@code parley.v2}. */
  SECOND
}
