package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.history.HistoryReplicas;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ReadLastPlaces;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Asks the history service how far conversations go, and tells the {@link ConversationOrders}: for
 * what the feed cannot tell, and for what nobody has thought of. It looks at every conversation
 * whose order has started, and at those of connected users that no order knows yet.
 *
 * <p>Belongs to one reader at a time.
 */
@Singleton
class LookAtAll {

  private final HistoryReplicas history;
  private final ConversationOrders orders;
  private final Connections connections;
  private UserId lastUser = new UserId(1);

  LookAtAll(HistoryReplicas history, ConversationOrders orders, Connections connections) {
    this.history = history;
    this.orders = orders;
    this.connections = connections;
  }

  Uni<Void> atEverything() {
    return atOrders().chain(() -> atUsers(connectedUsers()));
  }

  /**
   * At all started orders, and at {@value ListConversations#MAX_USERS} connected users: everybody
   * has a turn, and no look costs more than that.
   */
  Uni<Void> atTheNextPart() {
    return atOrders().chain(() -> atUsers(nextUsers()));
  }

  private List<UserId> nextUsers() {
    List<UserId> users = connectedUsers();
    List<UserId> next = new ArrayList<>();
    users.stream().filter(user -> user.compareTo(lastUser) > 0).forEach(next::add);
    users.stream().filter(user -> user.compareTo(lastUser) <= 0).forEach(next::add);
    List<UserId> part = next.subList(0, Math.min(ListConversations.MAX_USERS, next.size()));
    lastUser = part.isEmpty() ? lastUser : part.getLast();
    return part;
  }

  private List<UserId> connectedUsers() {
    return connections.all().stream().map(Connection::userId).distinct().sorted().toList();
  }

  private Uni<Void> atOrders() {
    return inBatches(
        orders.started(),
        ReadLastPlaces.MAX_CONVERSATIONS,
        batch ->
            history
                .ask(service -> service.lastPlaces(new ReadLastPlaces.Request(batch)))
                .invoke(answer -> answer.lastSeqs().forEach(this::found)));
  }

  private void found(String conversation, Sequence last) {
    orders.committed(ConversationId.parse(conversation), last);
  }

  private Uni<Void> atUsers(List<UserId> users) {
    return inBatches(
        users,
        ListConversations.MAX_USERS,
        batch ->
            history
                .ask(service -> service.conversations(new ListConversations.Request(batch)))
                .invoke(answer -> answer.conversations().values().forEach(this::found)));
  }

  private void found(List<ListConversations.Position> positions) {
    positions.forEach(position -> orders.committed(position.conversation(), position.lastSeq()));
  }

  private static <T> Uni<Void> inBatches(List<T> all, int most, Function<List<T>, Uni<?>> request) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      batches.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return Multi.createFrom()
        .iterable(batches)
        .onItem()
        .transformToUniAndConcatenate(request)
        .collect()
        .last()
        .replaceWithVoid();
  }
}
