package dev.parley.gateway.presence;

/** How one gateway sees one user. */
enum PresenceState {
  /** Has a socket there. */
  CONNECTED,
  /** Had one a moment ago: still online to everybody, but nothing can be delivered. */
  LINGERING,
  /** Is not there. */
  GONE
}
