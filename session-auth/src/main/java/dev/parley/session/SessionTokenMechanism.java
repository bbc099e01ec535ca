package dev.parley.session;

import dev.parley.http.ErrorAnswer;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Turns the session token of a request into an identity. It never fails a request: with a missing,
 * bad or unverifiable token the request is anonymous, and what needs a session answers with the
 * {@link TokenCheck}.
 */
@ApplicationScoped
class SessionTokenMechanism implements HttpAuthenticationMechanism {

  @Inject SessionTokens tokens;
  @Inject ErrorAnswer answer;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identityProviders) {
    return tokens
        .check(request.request())
        .invoke(check -> RefusedRequests.remember(request, check))
        .map(TokenCheck::identity);
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
