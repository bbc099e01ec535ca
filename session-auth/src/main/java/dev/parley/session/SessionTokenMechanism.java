package dev.parley.session;

import dev.parley.http.ErrorAnswer;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionToken;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Turns the session token of a request into an identity. It never fails a request: with a missing,
 * bad or unverifiable token the request is anonymous, and what needs a session answers with the
 * {@link TokenCheck}.
 */
@ApplicationScoped
class SessionTokenMechanism implements HttpAuthenticationMechanism {

  private static final Logger LOG = Logger.getLogger(SessionTokenMechanism.class);

  @Inject SessionVerifier verifier;
  @Inject ErrorAnswer answer;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identityProviders) {
    return check(request)
        .invoke(check -> RefusedRequests.remember(request, check))
        .map(TokenCheck::identity);
  }

  private Uni<TokenCheck> check(RoutingContext request) {
    Optional<PresentedToken> presented = PresentedToken.in(request.request());
    if (presented.isEmpty()) {
      return Uni.createFrom().item(TokenCheck.noToken());
    }
    PresentedToken token = presented.get();
    if (token.source() == TokenSource.COOKIE && !RequestOrigin.permitsCookie(request.request())) {
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
        .recoverWithItem(SessionTokenMechanism::notVerifiable);
  }

  private static TokenCheck notVerifiable(Throwable failure) {
    if (failure instanceof ParleyException expected) {
      return new TokenCheck.Refused(expected.code());
    }
    LOG.error("A session token could not be verified", failure);
    return new TokenCheck.Refused(ErrorCode.UNAVAILABLE);
  }

  /** Asked for where Quarkus refuses a request before any endpoint. */
  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    return answer.send(request.response(), RefusedRequests.reason(request)).replaceWith(true);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    int status = RefusedRequests.reason(request).httpStatus();
    return Uni.createFrom().item(new ChallengeData(status, null, null));
  }
}
