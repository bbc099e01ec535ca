package dev.parley.auth.session;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.VerifiedSession;
import dev.parley.session.SessionVerifier;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** In the auth service itself every request is checked against the truth. */
@ApplicationScoped
class DatabaseSessionVerifier implements SessionVerifier {

  @Inject Sessions sessions;
  @Inject @VirtualThreads ExecutorService threads;

  @Override
  public Uni<Optional<VerifiedSession>> verify(SessionToken.Hash hash) {
    return Uni.createFrom()
        .item(() -> Optional.ofNullable(sessions.verify(List.of(hash)).get(hash)))
        .runSubscriptionOn(threads)
        .onFailure()
        .transform(failure -> new ParleyException(ErrorCode.UNAVAILABLE, failure));
  }
}
