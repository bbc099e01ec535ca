package dev.parley.gateway.history;

import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conversations of users. Those who ask at the same time share a request, so that a thousand
 * clients that reconnect are a handful of them.
 */
@Singleton
public class ConversationLists {

  private static final int MAX_WAITING = 20_000;

  private final BatchedLookUp<UserId, Found> lookUp;

  ConversationLists(HistoryReplicas history, Vertx vertx) {
    this.lookUp =
        new BatchedLookUp<>(
            "conversations in the history service",
            vertx,
            ListConversations.MAX_USERS,
            MAX_WAITING,
            users -> read(history, users));
  }

  /**
   * What one snapshot had.
   *
   * @param epoch of the logs
   */
  public record Found(String epoch, List<ConversationEntry> entries) {
    public Found {
      entries = List.copyOf(entries);
    }

    /** Whether there are no others. */
    public boolean isComplete() {
      return entries.size() < ListConversations.MAX_CONVERSATIONS;
    }
  }

  private static Uni<Map<UserId, Found>> read(HistoryReplicas history, List<UserId> users) {
    return history
        .ask(service -> service.conversations(new ListConversations.Request(users)))
        .map(ConversationLists::byUser);
  }

  private static Map<UserId, Found> byUser(ListConversations.Answer answer) {
    Map<UserId, Found> found = new HashMap<>();
    answer
        .conversations()
        .forEach(
            (user, entries) ->
                found.put(new UserId(Long.parseLong(user)), new Found(answer.epoch(), entries)));
    return found;
  }

  /**
   * Read after the call; fails with {@code UNAVAILABLE} where the history service is away. A user
   * for whom there was no room in an answer is asked for again.
   */
  public Uni<Found> of(UserId user) {
    return lookUp
        .find(user)
        .chain(found -> found.map(list -> Uni.createFrom().item(list)).orElseGet(() -> of(user)));
  }
}
