package dev.parley.session;

import static java.util.stream.Collectors.toMap;

import dev.parley.http.BatchedLookUp;
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

/**
 * A read of the session cache; on a miss, or without Redis, the auth service is asked. Both for
 * many tokens at once, so that ten thousand clients that reconnect are a few dozen requests.
 */
@DefaultBean
@ApplicationScoped
class RemoteSessionVerifier implements SessionVerifier {

  private final SessionCache cache;
  private final BatchedLookUp<SessionToken.Hash, VerifiedSession> lookUp;
  private final Clock clock;

  @Inject
  RemoteSessionVerifier(
      SessionCache cache,
      AuthReplicas authService,
      AuthServiceConfig config,
      Vertx vertx,
      Clock clock) {
    this.cache = cache;
    this.clock = clock;
    this.lookUp =
        new BatchedLookUp<>(
            "sessions in the auth service",
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
        .recoverWithItem(new CachedSession.Absent())
        .chain(entry -> resolve(hash, entry))
        .map(found -> found.filter(session -> !session.isExpiredAt(Instant.now(clock))));
  }

  private Uni<Optional<VerifiedSession>> resolve(SessionToken.Hash hash, CachedSession entry) {
    return switch (entry) {
      case CachedSession.Known(VerifiedSession session) ->
          Uni.createFrom().item(Optional.of(session));
      case CachedSession.Revoked revoked -> Uni.createFrom().item(Optional.empty());
      case CachedSession.Absent absent -> lookUp.find(hash);
    };
  }

  private Map<SessionToken.Hash, VerifiedSession> byHash(VerifySessions.Answer answer) {
    return answer.sessions().entrySet().stream()
        .collect(toMap(entry -> new SessionToken.Hash(entry.getKey()), Map.Entry::getValue));
  }
}
