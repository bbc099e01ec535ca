package dev.parley.session;

import dev.parley.protocol.SessionToken;
import dev.parley.protocol.VerifiedSession;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Tells whose session a token proves. */
public interface SessionVerifier {

  /**
   * Looks the session up without blocking the caller. Empty where the token was never issued, has
   * expired or was revoked; fails with {@code ParleyException(UNAVAILABLE)} where that cannot be
   * found out now.
   */
  Uni<Optional<VerifiedSession>> verify(SessionToken.Hash hash);
}
