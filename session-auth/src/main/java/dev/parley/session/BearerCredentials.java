package dev.parley.session;

import dev.parley.protocol.SessionToken;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Bearer <token>}, the scheme in any case (RFC 6750, section 2.1). */
final class BearerCredentials {

  private static final Pattern BEARER =
      Pattern.compile("bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

  private BearerCredentials() {}

  /** A null header, another scheme or an empty token is no token. */
  static Optional<SessionToken> in(String authorization) {
    if (authorization == null) {
      return Optional.empty();
    }
    Matcher credentials = BEARER.matcher(authorization);
    return credentials.matches()
        ? Optional.of(new SessionToken(credentials.group(1)))
        : Optional.empty();
  }
}
