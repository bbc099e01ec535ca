package dev.parley.session;

import dev.parley.protocol.ErrorCode;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/**
 * The result of checking a request's session token. Even an anonymous {@link SecurityIdentity}
 * carries it, so that a caller can tell a bad token from one that could not be verified.
 */
public sealed interface TokenCheck {

  /** The token proves this session. */
  record Verified(AuthenticatedSession session) implements TokenCheck {}

  /**
   * The request stays anonymous, because of
   *
   * <ul>
   *   <li>{@link ErrorCode#AUTHENTICATION_REQUIRED}: there was no token,
   *   <li>{@link ErrorCode#SESSION_INVALID}: it is unknown, expired or revoked; final,
   *   <li>{@link ErrorCode#ORIGIN_NOT_ALLOWED}: it was a cookie, and another site made the request,
   *   <li>{@link ErrorCode#UNAVAILABLE}: it could not be verified now; to be tried again.
   * </ul>
   */
  record Refused(ErrorCode reason) implements TokenCheck {}

  static TokenCheck of(SecurityIdentity identity) {
    TokenCheck check = identity.getAttribute(Attribute.NAME);
    return check == null ? noToken() : check;
  }

  static TokenCheck noToken() {
    return new Refused(ErrorCode.AUTHENTICATION_REQUIRED);
  }

  /** An identity for this outcome; {@link #of} finds the outcome again. */
  default SecurityIdentity identity() {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder().addAttribute(Attribute.NAME, this);
    return switch (this) {
      case Verified(AuthenticatedSession proven) ->
          identity.setPrincipal(new QuarkusPrincipal(proven.session().username())).build();
      case Refused refused -> identity.setAnonymous(true).build();
    };
  }

  /** An interface has no private constants. */
  final class Attribute {
    private static final String NAME = "parley.token-check";

    private Attribute() {}
  }
}
