package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.StartingPoints;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations.Position;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
   * A connection has opened, and these are the conversations that there are for its user. Whatever
   * lies beyond what this returns reaches it live.
   *
   * <p>An order begins at the lowest point that anybody here was told: the relay may have lost what
   * one of them lacks and the other was greeted with. Where it began further on, before anybody
   * could know, the connection is told of that place instead.
   */
  public synchronized List<Position> startAt(Connection connection, List<Position> positions) {
    connection.startFrom(StartingPoints.of(positions));
    List<Position> reached = positions.stream().map(this::startAt).toList();
    if (!reached.equals(positions)) {
      connection.startFrom(StartingPoints.of(reached));
    }
    ofUser.getOrDefault(connection.userId(), Set.of()).stream()
        .map(orders::get)
        .filter(order -> order != null && !order.hasStarted())
        .forEach(order -> startOf(order).ifPresent(point -> start(order, point)));
    return reached;
  }

  private Position startAt(Position position) {
    ConversationOrder order = order(position.conversation());
    if (!order.hasStarted()) {
      start(order, startOf(position.conversation()).orElse(position.lastSeq()));
    }
    committed(position.conversation(), position.lastSeq());
    return order
        .start()
        .filter(start -> start.isAfter(position.lastSeq()))
        .map(position::reaching)
        .orElse(position);
  }

  private void start(ConversationOrder order, Sequence point) {
    order.startAt(point);
    repair.ifMissing(order);
  }

  /** Messages of one conversation, in any order, some of them perhaps for the second time. */
  void accept(ConversationId conversation, List<RelayedMessage> messages) {
    follow(conversation, order -> order.accept(messages));
  }

  /** A conversation was found to go so far, and its messages may have come here or not. */
  void committed(ConversationId conversation, Sequence last) {
    follow(conversation, order -> order.committed(last));
  }

  /** The feed tells of these messages, once. */
  void told(ConversationId conversation, Sequence from, Sequence to) {
    follow(conversation, order -> order.told(from, to));
  }

  /**
   * @param news is told to the order; false if that has ended, and another one must be told
   */
  private void follow(ConversationId conversation, Predicate<ConversationOrder> news) {
    while (concernsAnybodyHere(conversation)) {
      ConversationOrder order = order(conversation);
      if (news.test(order)) {
        startIfKnown(order);
        repair.ifMissing(order);
        return;
      }
    }
  }

  private boolean concernsAnybodyHere(ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Global everybody -> !connections.isEmpty();
      case ConversationId.Direct direct -> participants(direct).anyMatch(connections::isLocal);
      case ConversationId.Room room -> false;
    };
  }

  private void startIfKnown(ConversationOrder order) {
    if (!order.hasStarted()) {
      startOf(order).ifPresent(order::startAt);
    }
  }

  /**
   * Where somebody here was told that the conversation stood. Of somebody with very many, who was
   * not told of all, the feed knows: it tells of the first message that they lack.
   */
  private Optional<Sequence> startOf(ConversationOrder order) {
    return startOf(order.conversation())
        .or(() -> order.startAsTold().filter(start -> isAnybodyGreeted(order.conversation())));
  }

  private Optional<Sequence> startOf(ConversationId conversation) {
    return startingPoints(conversation)
        .flatMap(points -> points.of(conversation).stream())
        .min(Sequence::compareTo);
  }

  private boolean isAnybodyGreeted(ConversationId conversation) {
    return startingPoints(conversation).findAny().isPresent();
  }

  private Stream<StartingPoints> startingPoints(ConversationId conversation) {
    return audience(conversation).flatMap(connection -> connection.startingPoints().stream());
  }

  private Stream<Connection> audience(ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Global everybody -> connections.all().stream();
      case ConversationId.Direct direct ->
          participants(direct).flatMap(user -> connections.of(user).stream());
      case ConversationId.Room room -> Stream.empty();
    };
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
      orders.keySet().forEach(this::forgetUnlessNeeded);
    } else if (!connections.isLocal(user)) {
      ofUser.getOrDefault(user, Set.of()).forEach(this::forgetUnlessNeeded);
    }
  }

  private void forgetUnlessNeeded(ConversationId conversation) {
    if (!concernsAnybodyHere(conversation)) {
      Optional<ConversationOrder> ended = end(conversation);
      if (conversation instanceof ConversationId.Direct direct) {
        participants(direct).forEach(user -> forget(user, conversation));
      }
      ended.ifPresent(this::handOver);
    }
  }

  /** To those who have come meanwhile: they may have been told of less. */
  private void handOver(ConversationOrder ended) {
    follow(ended.conversation(), order -> order.inherit(ended));
  }

  private void forget(UserId user, ConversationId conversation) {
    ofUser.computeIfPresent(
        user,
        (any, conversations) -> {
          conversations.remove(conversation);
          return conversations.isEmpty() ? null : conversations;
        });
  }

  private Optional<ConversationOrder> end(ConversationId conversation) {
    Optional<ConversationOrder> order = Optional.ofNullable(orders.remove(conversation));
    order.ifPresent(ConversationOrder::end);
    recent.forget(conversation);
    return order;
  }

  /** All data was reset: every conversation begins anew. */
  synchronized void clear() {
    orders.keySet().forEach(this::end);
    ofUser.clear();
  }

  private static Stream<UserId> participants(ConversationId.Direct conversation) {
    return Stream.of(conversation.low(), conversation.high()).distinct();
  }
}
