package dev.parley.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import dev.parley.protocol.internal.LookUpUsers;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Asks the auth service for many names at once and remembers the accounts that it found. It never
 * remembers that a name was not found, because somebody may register that name. If it found an
 * account longer ago, it returns the old answer, because accounts do not change, and refreshes it
 * meanwhile.
 */
@DefaultBean
@Singleton
class RemoteUserDirectory implements UserDirectory {

  private static final Logger LOG = Logger.getLogger(RemoteUserDirectory.class);

  /** No account has a name that is as long, in any form; it is not worth a request. */
  private static final int MAX_ASKED_LENGTH = 128;

  private final Cache<String, Found> found;
  private final BatchedLookUp<String, User> lookUp;
  private final AuthServiceConfig config;

  /** An account, and the time at which the auth service returned it. */
  private record Found(User user, long atNanos) {}

  @Inject
  RemoteUserDirectory(AuthReplicas authService, AuthServiceConfig config, Vertx vertx) {
    this.config = config;
    this.found = Caffeine.newBuilder().maximumSize(config.maxCachedUsers()).build();
    this.lookUp =
        new BatchedLookUp<>(
            "users in the auth service",
            vertx,
            LookUpUsers.MAX_USERNAMES,
            config.maxWaitingLookUps(),
            names ->
                authService.lookUp(new LookUpUsers.Request(names)).map(LookUpUsers.Answer::users));
  }

  @Override
  public Uni<Optional<User>> find(String username) {
    if (username.isBlank() || username.length() > MAX_ASKED_LENGTH) {
      return Uni.createFrom().item(Optional.empty());
    }
    Found known = found.getIfPresent(username);
    if (known == null) {
      return ask(username);
    }
    if (isStale(known) && found.asMap().replace(username, known, askedFor(known))) {
      refresh(username);
    }
    return Uni.createFrom().item(Optional.of(known.user()));
  }

  private boolean isStale(Found known) {
    return System.nanoTime() - known.atNanos() >= config.cachedUserLife().toNanos();
  }

  /** Keeps others from asking as well. */
  private static Found askedFor(Found known) {
    return new Found(known.user(), System.nanoTime());
  }

  private void refresh(String username) {
    ask(username)
        .subscribe()
        .with(
            answer -> {},
            failure -> LOG.debugf("An account could not be refreshed: %s", failure.getMessage()));
  }

  private Uni<Optional<User>> ask(String username) {
    return lookUp
        .find(username)
        .ifNoItem()
        .after(config.within())
        .failWith(() -> new ParleyException(ErrorCode.UNAVAILABLE))
        .invoke(answer -> remember(username, answer));
  }

  private void remember(String username, Optional<User> answer) {
    answer.ifPresentOrElse(
        user -> found.put(username, new Found(user, System.nanoTime())),
        () -> found.invalidate(username));
  }
}
