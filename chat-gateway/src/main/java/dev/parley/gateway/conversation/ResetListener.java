package dev.parley.gateway.conversation;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.redis.ServiceListener;
import dev.parley.protocol.redis.RedisNames;
import jakarta.inject.Singleton;

/** When all data was reset, every client comes back and begins with the new logs. */
@Singleton
class ResetListener implements ServiceListener {

  private final Conversations conversations;
  private final Connections connections;

  ResetListener(Conversations conversations, Connections connections) {
    this.conversations = conversations;
    this.connections = connections;
  }

  @Override
  public String channel() {
    return RedisNames.RESET;
  }

  @Override
  public void received(String payload) {
    conversations.clear();
    connections.all().forEach(connection -> connection.close(Closing.GOING_AWAY));
  }
}
