package dev.parley.session;

import static java.util.stream.Collectors.toMap;

import dev.parley.protocol.SessionToken;
import dev.parley.protocol.VerifiedSession;
import dev.parley.protocol.internal.VerifySessions;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One read of the session cache; on a miss, or without Redis, the auth service is asked, for many
 * tokens at once.
 */
@DefaultBean
@ApplicationScoped
class RemoteSessionVerifier implements SessionVerifier {

  private static final Logger LOG = Logger.getLogger(RemoteSessionVerifier.class);

  private final SessionCache cache;
  private final BatchedLookUp<SessionToken.Hash, VerifiedSession> lookUp;
  private final Clock clock;

  @Inject
  RemoteSessionVerifier(
      SessionCache cache,
      AuthServiceClient authService,
      AuthServiceConfig config,
      Vertx vertx,
      Clock clock) {
    this.cache = cache;
    this.clock = clock;
    this.lookUp =
        new BatchedLookUp<>(
            vertx,
            VerifySessions.MAX_TOKENS,
            config.maxWaitingLookUps(),
            hashes -> authService.verify(new VerifySessions.Request(hashes)).map(this::byHash));
  }

  @Override
  public Uni<Optional<VerifiedSession>> verify(SessionToken.Hash hash) {
    return cache
        .read(hash)
        .onFailure()
        .recoverWithItem(this::cacheIsAway)
        .chain(entry -> resolve(hash, entry))
        .map(found -> found.filter(session -> !session.isExpiredAt(Instant.now(clock))));
  }

  private SessionCache.Entry cacheIsAway(Throwable failure) {
    LOG.debugf("The session cache did not answer: %s", failure);
    return new SessionCache.Entry.Absent();
  }

  private Uni<Optional<VerifiedSession>> resolve(SessionToken.Hash hash, SessionCache.Entry entry) {
    return switch (entry) {
      case SessionCache.Entry.Known(VerifiedSession session) ->
          Uni.createFrom().item(Optional.of(session));
      case SessionCache.Entry.Revoked revoked -> Uni.createFrom().item(Optional.empty());
      case SessionCache.Entry.Absent absent -> lookUp.find(hash);
    };
  }

  private Map<SessionToken.Hash, VerifiedSession> byHash(VerifySessions.Answer answer) {
    return answer.sessions().entrySet().stream()
        .collect(toMap(entry -> new SessionToken.Hash(entry.getKey()), Map.Entry::getValue));
  }
}
