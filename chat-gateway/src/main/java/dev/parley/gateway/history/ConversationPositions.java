package dev.parley.gateway.history;

import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ListConversations.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far the conversations of users have come. Those who ask at the same time share a request, so
 * that a thousand clients that reconnect are a handful of them.
 */
@Singleton
public class ConversationPositions {

  private static final int MAX_WAITING = 20_000;

  private final BatchedLookUp<UserId, List<Position>> lookUp;

  ConversationPositions(HistoryReplicas history, Vertx vertx) {
    this.lookUp =
        new BatchedLookUp<>(
            "conversations in the history service",
            vertx,
            ListConversations.MAX_USERS,
            MAX_WAITING,
            users -> read(history, users));
  }

  private static Uni<Map<UserId, List<Position>>> read(
      HistoryReplicas history, List<UserId> users) {
    return history
        .ask(service -> service.conversations(new ListConversations.Request(users)))
        .map(
            answer ->
                answer.conversations().entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            found -> new UserId(Long.parseLong(found.getKey())),
                            Map.Entry::getValue)));
  }

  /** Read after the call; fails with {@code UNAVAILABLE} where the history service is away. */
  public Uni<List<Position>> of(UserId user) {
    return lookUp.find(user).map(found -> found.orElseGet(List::of));
  }
}
