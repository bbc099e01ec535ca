package dev.parley.gateway.relay;

import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.redis.GatewayBus;
import dev.parley.gateway.redis.GatewayListener;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.protocol.relay.RelayCodec;
import dev.parley.protocol.relay.RelayedEvent;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings committed events to every gateway: to this one at once, to the others with one publish for
 * all of a batch. A publish may get lost; whoever misses an event fetches it.
 */
@Singleton
public class EventRelay implements GatewayListener {

  private final GatewayBus bus;
  private final Conversations conversations;

  EventRelay(GatewayBus bus, Conversations conversations) {
    this.bus = bus;
    this.conversations = conversations;
  }

  /** In the order in which each log has them. */
  public void publish(List<RelayedEvent> events) {
    RelayCodec.encode(events).forEach(payload -> bus.publish(channel(), payload));
    accept(events);
  }

  private void accept(List<RelayedEvent> events) {
    Map<ConversationId, List<RelayedEvent>> byConversation =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    RelayedEvent::conversation, LinkedHashMap::new, Collectors.toList()));
    byConversation.forEach(conversations::accept);
  }

  @Override
  public String channel() {
    return RedisNames.EVENTS;
  }

  @Override
  public void received(String gateway, String payload) {
    accept(RelayCodec.decode(payload));
  }
}
