package dev.parley.gateway.message;

import dev.parley.gateway.redis.GatewayBus;
import dev.parley.gateway.redis.GatewayListener;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.redis.RedisNames;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings committed messages to every gateway: to this one at once, to the others with one publish
 * for all of a batch. A publish may get lost; whoever misses a place fetches it.
 */
@Singleton
class MessageRelay implements GatewayListener {

  /** Redis cuts off a subscriber for which too much waits; it need not be one payload. */
  static final int MAX_PAYLOAD_CHARACTERS = 64 * 1024;

  private final GatewayBus bus;
  private final ConversationOrders orders;
  private final MessageFrames frames;

  MessageRelay(GatewayBus bus, ConversationOrders orders, MessageFrames frames) {
    this.bus = bus;
    this.orders = orders;
    this.frames = frames;
  }

  /** In the order of their places. */
  void publish(List<CommittedMessage> committed) {
    List<RelayedMessage> messages = committed.stream().map(frames::relayed).toList();
    payloads(messages).forEach(payload -> bus.publish(RedisNames.MESSAGES, payload));
    committed.forEach(message -> message.span().end());
    accept(messages);
  }

  private static List<String> payloads(List<RelayedMessage> messages) {
    List<String> payloads = new ArrayList<>();
    int from = 0;
    int characters = 0;
    for (int i = 0; i < messages.size(); i++) {
      characters += messages.get(i).characters();
      if (characters >= MAX_PAYLOAD_CHARACTERS || i == messages.size() - 1) {
        payloads.add(RelayCodec.encode(messages.subList(from, i + 1)));
        from = i + 1;
        characters = 0;
      }
    }
    return payloads;
  }

  private void accept(List<RelayedMessage> messages) {
    Map<ConversationId, List<RelayedMessage>> byConversation =
        messages.stream()
            .collect(
                Collectors.groupingBy(
                    RelayedMessage::conversation, LinkedHashMap::new, Collectors.toList()));
    byConversation.forEach(orders::accept);
  }

  @Override
  public String channel() {
    return RedisNames.MESSAGES;
  }

  @Override
  public void received(String gateway, String payload) {
    accept(RelayCodec.decode(payload));
  }
}
