package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Delivery;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.ConversationId;
import dev.parley.tracing.MessageSpan;
import dev.parley.tracing.MessageTracer;
import dev.parley.tracing.Step;
import jakarta.inject.Singleton;

/**
 * Sends a committed message to the connections of this gateway that it is for, and remembers it for
 * those that come back.
 */
@Singleton
class MessageDelivery {

  private final Connections connections;
  private final RecentMessages recent;
  private final MessageTracer tracer;

  MessageDelivery(Connections connections, RecentMessages recent, MessageTracer tracer) {
    this.connections = connections;
    this.recent = recent;
    this.tracer = tracer;
  }

  /** In the order of the conversation. */
  void deliver(RelayedMessage message) {
    MessageSpan span = tracer.follow(Step.DELIVER, message.trace());
    recent.add(message);
    handOn(message);
    span.at(message.conversation(), message.seq()).end();
  }

  private void handOn(RelayedMessage message) {
    switch (message.conversation()) {
      case ConversationId.Global everybody ->
          connections.deliverToAll(delivery(message, message.chat()));
      case ConversationId.Direct direct -> deliver(message, direct);
      case ConversationId.Room room -> throw new IllegalArgumentException("There are no rooms");
    }
  }

  /** A note to oneself arrives both as sent and as received: one frame after the other. */
  private void deliver(RelayedMessage message, ConversationId.Direct conversation) {
    if (conversation.low().equals(conversation.high())) {
      EncodedFrame both = EncodedFrame.ofJson(message.chatSent(), message.chat());
      connections.deliverTo(
          message.sender(), new Delivery(conversation, message.seq().value(), both));
      return;
    }
    connections.deliverTo(message.sender(), delivery(message, message.chatSent()));
    connections.deliverTo(conversation.other(message.sender()), delivery(message, message.chat()));
  }

  private static Delivery delivery(RelayedMessage message, String json) {
    return new Delivery(message.conversation(), message.seq().value(), EncodedFrame.ofJson(json));
  }
}
