package dev.parley.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.User;
import dev.parley.protocol.internal.LookUpUsers;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Asks the auth service, for many names at once, and remembers the accounts that were found; that a
 * name was not found is never remembered, since somebody may register it.
 */
@DefaultBean
@ApplicationScoped
class RemoteUserDirectory implements UserDirectory {

  /** No account has a name that is as long, in any form; it is not worth a request. */
  private static final int MAX_ASKED_LENGTH = 128;

  private final Cache<String, User> found;
  private final BatchedLookUp<String, User> lookUp;

  @Inject
  RemoteUserDirectory(AuthReplicas authService, AuthServiceConfig config, Vertx vertx) {
    this.found =
        Caffeine.newBuilder()
            .maximumSize(config.maxCachedUsers())
            .expireAfterWrite(config.cachedUserLife())
            .build();
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
    User known = found.getIfPresent(username);
    return known == null ? ask(username) : Uni.createFrom().item(Optional.of(known));
  }

  private Uni<Optional<User>> ask(String username) {
    return lookUp
        .find(username)
        .invoke(answer -> answer.ifPresent(user -> found.put(username, user)));
  }
}
