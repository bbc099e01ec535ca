package dev.parley.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import dev.parley.protocol.internal.LookUpUsers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Asks for many keys at once and remembers the accounts that were found. It never remembers that
 * none was found, because somebody may register it. If it found an account longer ago, it returns
 * the old answer, because accounts hardly change, and refreshes it meanwhile. Thread-safe; never
 * blocks.
 *
 * @param <K> what accounts are found by
 */
final class RememberedUsers<K> {

  private static final Logger LOG = Logger.getLogger(RememberedUsers.class);

  private final Cache<K, Found> found;
  private final BatchedLookUp<K, User> lookUp;
  private final AuthServiceConfig config;

  /** An account, and the time at which the auth service returned it. */
  private record Found(User user, long atNanos) {}

  /**
   * @param name for the log: "users in the auth service"
   * @param request one request for at most {@link LookUpUsers#MAX_ASKED} keys
   */
  RememberedUsers(
      String name,
      AuthServiceConfig config,
      Vertx vertx,
      Function<List<K>, Uni<Map<K, User>>> request) {
    this.config = config;
    this.found = Caffeine.newBuilder().maximumSize(config.maxCachedUsers()).build();
    this.lookUp =
        new BatchedLookUp<>(
            name, vertx, LookUpUsers.MAX_ASKED, config.maxWaitingLookUps(), request);
  }

  Uni<Optional<User>> find(K key) {
    Found known = found.getIfPresent(key);
    if (known == null) {
      return ask(key);
    }
    if (isStale(known) && found.asMap().replace(key, known, askedFor(known))) {
      refresh(key);
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

  private void refresh(K key) {
    ask(key)
        .subscribe()
        .with(
            answer -> {},
            failure -> LOG.debugf("An account could not be refreshed: %s", failure.getMessage()));
  }

  private Uni<Optional<User>> ask(K key) {
    return lookUp
        .find(key)
        .ifNoItem()
        .after(config.within())
        .failWith(() -> new ParleyException(ErrorCode.UNAVAILABLE))
        .invoke(answer -> remember(key, answer));
  }

  private void remember(K key, Optional<User> answer) {
    answer.ifPresentOrElse(
        user -> found.put(key, new Found(user, System.nanoTime())), () -> found.invalidate(key));
  }
}
