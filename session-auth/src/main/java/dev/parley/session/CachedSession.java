package dev.parley.session;

import dev.parley.protocol.VerifiedSession;

/** What the session cache says of a token. */
sealed interface CachedSession {

  /** It proved this session when it was last looked up; that may have expired since. */
  record Known(VerifiedSession session) implements CachedSession {}

  /** It was valid once, and never will be again. */
  record Revoked() implements CachedSession {}

  /** Only the auth service can tell. */
  record Absent() implements CachedSession {}
}
