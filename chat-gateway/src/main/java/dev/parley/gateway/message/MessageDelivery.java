package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.ConversationId;
import jakarta.inject.Singleton;

/** Sends a committed message to the connections of this gateway that it is for. */
@Singleton
class MessageDelivery {

  private final Connections connections;

  MessageDelivery(Connections connections) {
    this.connections = connections;
  }

  void deliver(RelayedMessage message) {
    switch (message.conversation()) {
      case ConversationId.Global everybody ->
          connections.broadcast(EncodedFrame.ofJson(message.chat()), connection -> true);
      case ConversationId.Direct direct -> deliver(message, direct);
      case ConversationId.Room room -> throw new IllegalArgumentException("There are no rooms");
    }
  }

  /** A note to oneself arrives both as sent and as received. */
  private void deliver(RelayedMessage message, ConversationId.Direct conversation) {
    connections.sendTo(message.sender(), EncodedFrame.ofJson(message.chatSent()));
    connections.sendTo(conversation.other(message.sender()), EncodedFrame.ofJson(message.chat()));
  }
}
