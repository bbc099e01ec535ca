package dev.parley.session;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Checks the session token of a request. HTTP endpoints need not ask: they are {@code
 * Authenticated}, and Quarkus asks for them. Thread-safe; does not block.
 */
@ApplicationScoped
public class SessionTokens {

  private static final Logger LOG = Logger.getLogger(SessionTokens.class);

  @Inject SessionVerifier verifier;
  @Inject RequestOrigin origin;

  /** Never fails. */
  public Uni<TokenCheck> check(HttpServerRequest request) {
    Optional<PresentedToken> presented = PresentedToken.in(request);
    if (presented.isEmpty()) {
      return Uni.createFrom().item(TokenCheck.noToken());
    }
    PresentedToken token = presented.get();
    if (token.source() == TokenSource.COOKIE && !origin.permitsCookie(request)) {
      return Uni.createFrom().item(new TokenCheck.Refused(ErrorCode.ORIGIN_NOT_ALLOWED));
    }
    return verify(token);
  }

  private Uni<TokenCheck> verify(PresentedToken presented) {
    SessionToken.Hash hash = presented.token().hash();
    return verifier
        .verify(hash)
        .<TokenCheck>map(
            found ->
                found
                    .<TokenCheck>map(
                        session ->
                            new TokenCheck.Verified(
                                new AuthenticatedSession(session, hash, presented.source())))
                    .orElse(new TokenCheck.Refused(ErrorCode.SESSION_INVALID)))
        .onFailure()
        .recoverWithItem(SessionTokens::notVerifiable);
  }

  private static TokenCheck notVerifiable(Throwable failure) {
    if (failure instanceof ParleyException expected) {
      return new TokenCheck.Refused(expected.code());
    }
    LOG.error("A session token could not be verified", failure);
    return new TokenCheck.Refused(ErrorCode.UNAVAILABLE);
  }
}
