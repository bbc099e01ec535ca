package dev.parley.gateway.message;

import dev.parley.gateway.redis.GatewayBus;
import dev.parley.gateway.redis.GatewayListener;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.internal.StoredMessage;
import dev.parley.protocol.redis.RedisNames;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings committed messages to every gateway: to this one at once, to the others with one publish a
 * conversation and batch. A publish may get lost; whoever misses a place fetches it.
 */
@Singleton
class MessageRelay implements GatewayListener {

  private final GatewayBus bus;
  private final ConversationOrders orders;
  private final MessageFrames frames;

  MessageRelay(GatewayBus bus, ConversationOrders orders, MessageFrames frames) {
    this.bus = bus;
    this.orders = orders;
    this.frames = frames;
  }

  void publish(List<StoredMessage> committed) {
    Map<ConversationId, List<RelayedMessage>> byConversation =
        committed.stream()
            .map(frames::relayed)
            .collect(
                Collectors.groupingBy(
                    RelayedMessage::conversation, LinkedHashMap::new, Collectors.toList()));
    byConversation.forEach(this::publish);
  }

  private void publish(ConversationId conversation, List<RelayedMessage> messages) {
    bus.publish(RedisNames.MESSAGES, RelayCodec.encode(conversation, messages));
    orders.accept(conversation, messages);
  }

  @Override
  public String channel() {
    return RedisNames.MESSAGES;
  }

  @Override
  public void received(String gateway, String payload) {
    List<RelayedMessage> messages = RelayCodec.decode(payload);
    orders.accept(messages.getFirst().conversation(), messages);
  }
}
