package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The order of every conversation that somebody here takes part in. It starts where the
 * conversation stood when its first participant connected; a conversation that did not exist then
 * starts at its first message. It ends with the last participant's last connection.
 */
@ApplicationScoped
public class ConversationOrders {

  private final Map<ConversationId, ConversationOrder> orders = new ConcurrentHashMap<>();
  private final Map<UserId, Set<ConversationId>> ofUser = new ConcurrentHashMap<>();
  private final Connections connections;
  private final MessageDelivery delivery;
  private final Repair repair;

  ConversationOrders(Connections connections, MessageDelivery delivery, Repair repair) {
    this.connections = connections;
    this.delivery = delivery;
    this.repair = repair;
  }

  /** This user has connected, and these are all the conversations that there are for them. */
  public void startAt(UserId user, List<ListConversations.Position> positions) {
    for (ListConversations.Position position : positions) {
      order(position.conversation()).startAt(position.lastSeq());
    }
    ofUser.getOrDefault(user, Set.of()).stream()
        .map(orders::get)
        .filter(order -> order != null && !order.hasStarted())
        .forEach(order -> order.startAt(Sequence.NONE));
  }

  /** Messages of one conversation, in any order, some of them perhaps for the second time. */
  void accept(ConversationId conversation, List<RelayedMessage> messages) {
    if (!concernsAnybodyHere(conversation)) {
      return;
    }
    ConversationOrder order = order(conversation);
    if (isKnownToBeNew(conversation)) {
      order.startAt(Sequence.NONE);
    }
    order.accept(messages);
    if (order.isMissingAny()) {
      repair.soon(conversation, order);
    }
  }

  private boolean concernsAnybodyHere(ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Global everybody -> !connections.isEmpty();
      case ConversationId.Direct direct -> participants(direct).anyMatch(connections::isLocal);
      case ConversationId.Room room -> false;
    };
  }

  /** A participant was told all that existed; what is not among it has begun since. */
  private boolean isKnownToBeNew(ConversationId conversation) {
    return conversation instanceof ConversationId.Direct direct
        && participants(direct)
            .flatMap(user -> connections.of(user).stream())
            .anyMatch(Connection::isGreeted);
  }

  private ConversationOrder order(ConversationId conversation) {
    if (conversation instanceof ConversationId.Direct direct) {
      participants(direct)
          .forEach(
              user ->
                  ofUser
                      .computeIfAbsent(user, any -> ConcurrentHashMap.newKeySet())
                      .add(conversation));
    }
    return orders.computeIfAbsent(conversation, any -> new ConversationOrder(delivery::deliver));
  }

  /** A connection of this user has closed. */
  public void forget(UserId user) {
    if (connections.isEmpty()) {
      clear();
    } else if (!connections.isLocal(user)) {
      ofUser.getOrDefault(user, Set.of()).forEach(this::forgetUnlessNeeded);
    }
  }

  private void forgetUnlessNeeded(ConversationId conversation) {
    if (!concernsAnybodyHere(conversation)) {
      end(orders.remove(conversation));
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

  private static void end(ConversationOrder order) {
    if (order != null) {
      order.end();
    }
  }

  /** Nobody is here, or all data was reset: every conversation begins anew. */
  void clear() {
    orders.keySet().forEach(conversation -> end(orders.remove(conversation)));
    ofUser.clear();
  }

  private static Stream<UserId> participants(ConversationId.Direct conversation) {
    return Stream.of(conversation.low(), conversation.high()).distinct();
  }
}
