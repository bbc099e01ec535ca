package dev.parley.session;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.LookUpUsers;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the auth service, and remembers what it found by name and by id. */
@DefaultBean
@Singleton
class RemoteUserDirectory implements UserDirectory {

  /** No account has a name that is as long, in any form; it is not worth a request. */
  private static final int MAX_ASKED_LENGTH = 128;

  private final AuthReplicas authService;
  private final RememberedUsers<String> byName;
  private final RememberedUsers<UserId> byId;

  @Inject
  RemoteUserDirectory(AuthReplicas authService, AuthServiceConfig config, Vertx vertx) {
    this.authService = authService;
    this.byName =
        new RememberedUsers<>("users by name in the auth service", config, vertx, this::askNames);
    this.byId =
        new RememberedUsers<>("users by id in the auth service", config, vertx, this::askIds);
  }

  @Override
  public Uni<Optional<User>> find(String username) {
    return username.isBlank() || username.length() > MAX_ASKED_LENGTH
        ? Uni.createFrom().item(Optional.empty())
        : byName.find(username);
  }

  @Override
  public Uni<Optional<User>> find(UserId id) {
    return byId.find(id);
  }

  private Uni<Map<String, User>> askNames(List<String> names) {
    return authService
        .lookUp(new LookUpUsers.Request(names, List.of()))
        .map(LookUpUsers.Answer::users);
  }

  private Uni<Map<UserId, User>> askIds(List<UserId> ids) {
    return authService
        .lookUp(new LookUpUsers.Request(List.of(), ids))
        .map(answer -> byId(answer.ids()));
  }

  private static Map<UserId, User> byId(Map<String, User> users) {
    return users.values().stream().collect(Collectors.toMap(User::id, user -> user));
  }
}
