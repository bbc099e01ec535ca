package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.StartingPoints;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The order of every conversation that somebody here takes part in. It starts where the
 * conversation stood when its first participant connected; a conversation that did not exist then
 * starts at its first message. It ends with the last participant's last connection.
 */
@Singleton
public class ConversationOrders {

  private final Map<ConversationId, ConversationOrder> orders = new ConcurrentHashMap<>();
  private final Map<UserId, Set<ConversationId>> ofUser = new ConcurrentHashMap<>();
  private final Connections connections;
  private final MessageDelivery delivery;
  private final RecentMessages recent;
  private final Repair repair;

  ConversationOrders(
      Connections connections, MessageDelivery delivery, RecentMessages recent, Repair repair) {
    this.connections = connections;
    this.delivery = delivery;
    this.recent = recent;
    this.repair = repair;
  }

  /**
   * A connection of this user has opened, and these are the conversations that there are for them.
   */
  public synchronized void startAt(UserId user, List<ListConversations.Position> positions) {
    for (ListConversations.Position position : positions) {
      start(order(position.conversation()), position.lastSeq());
    }
    ofUser.getOrDefault(user, Set.of()).stream()
        .map(orders::get)
        .filter(order -> order != null && !order.hasStarted())
        .forEach(order -> startOf(order.conversation()).ifPresent(point -> start(order, point)));
  }

  private void start(ConversationOrder order, Sequence point) {
    order.startAt(point);
    repair.ifMissing(order);
  }

  /** Messages of one conversation, in any order, some of them perhaps for the second time. */
  void accept(ConversationId conversation, List<RelayedMessage> messages) {
    if (concernsAnybodyHere(conversation)) {
      ConversationOrder order = started(conversation, messages.getFirst().seq());
      order.accept(messages);
      repair.ifMissing(order);
    }
  }

  /** These places of a conversation were committed, and may have come here or not. */
  void committed(ConversationId conversation, Sequence from, Sequence to) {
    if (concernsAnybodyHere(conversation)) {
      ConversationOrder order = started(conversation, from);
      order.committed(to);
      repair.ifMissing(order);
    }
  }

  private boolean concernsAnybodyHere(ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Global everybody -> !connections.isEmpty();
      case ConversationId.Direct direct -> participants(direct).anyMatch(connections::isLocal);
      case ConversationId.Room room -> false;
    };
  }

  /** The order, started if it is known where: a participant was told how far there was anything. */
  private ConversationOrder started(ConversationId conversation, Sequence first) {
    ConversationOrder order = order(conversation);
    if (!order.hasStarted() && conversation instanceof ConversationId.Direct direct) {
      startOf(direct)
          .or(() -> Optional.of(first.previous()).filter(point -> isAnybodyGreeted(direct)))
          .ifPresent(order::startAt);
    }
    return order;
  }

  private Optional<Sequence> startOf(ConversationId conversation) {
    return conversation instanceof ConversationId.Direct direct
        ? startingPoints(direct)
            .flatMap(points -> points.of(direct).stream())
            .min(Sequence::compareTo)
        : Optional.empty();
  }

  private boolean isAnybodyGreeted(ConversationId.Direct conversation) {
    return startingPoints(conversation).findAny().isPresent();
  }

  private Stream<StartingPoints> startingPoints(ConversationId.Direct conversation) {
    return participants(conversation)
        .flatMap(user -> connections.of(user).stream())
        .flatMap(connection -> connection.startingPoints().stream());
  }

  private ConversationOrder order(ConversationId conversation) {
    ConversationOrder known = orders.get(conversation);
    return known == null ? newOrder(conversation) : known;
  }

  /** Not while one is forgotten: it is known by its users, or not at all. */
  private synchronized ConversationOrder newOrder(ConversationId conversation) {
    if (conversation instanceof ConversationId.Direct direct) {
      participants(direct)
          .forEach(
              user ->
                  ofUser
                      .computeIfAbsent(user, any -> ConcurrentHashMap.newKeySet())
                      .add(conversation));
    }
    return orders.computeIfAbsent(
        conversation, any -> new ConversationOrder(conversation, delivery::deliver));
  }

  /** Every conversation whose order has started. */
  List<ConversationId> started() {
    return orders.values().stream()
        .filter(ConversationOrder::hasStarted)
        .map(ConversationOrder::conversation)
        .toList();
  }

  /** A connection of this user has closed. Not while one that has opened meanwhile starts. */
  public synchronized void forget(UserId user) {
    if (connections.isEmpty()) {
      clear();
    } else if (!connections.isLocal(user)) {
      ofUser.getOrDefault(user, Set.of()).forEach(this::forgetUnlessNeeded);
    }
  }

  private void forgetUnlessNeeded(ConversationId conversation) {
    if (!concernsAnybodyHere(conversation)) {
      end(conversation);
      if (conversation instanceof ConversationId.Direct direct) {
        participants(direct).forEach(user -> forget(user, conversation));
      }
    }
  }

  private void forget(UserId user, ConversationId conversation) {
    ofUser.computeIfPresent(
        user,
        (any, conversations) -> {
          conversations.remove(conversation);
          return conversations.isEmpty() ? null : conversations;
        });
  }

  private void end(ConversationId conversation) {
    ConversationOrder order = orders.remove(conversation);
    if (order != null) {
      order.end();
    }
    recent.forget(conversation);
  }

  /** Nobody is here, or all data was reset: every conversation begins anew. */
  synchronized void clear() {
    orders.keySet().forEach(this::end);
    ofUser.clear();
  }

  private static Stream<UserId> participants(ConversationId.Direct conversation) {
    return Stream.of(conversation.low(), conversation.high()).distinct();
  }
}
