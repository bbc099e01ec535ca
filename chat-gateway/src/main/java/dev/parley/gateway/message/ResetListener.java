package dev.parley.gateway.message;

import dev.parley.gateway.redis.ServiceListener;
import dev.parley.protocol.redis.RedisNames;
import jakarta.inject.Singleton;

/** Forgets where conversations stood when all data was reset. */
@Singleton
class ResetListener implements ServiceListener {

  private final ConversationOrders orders;

  ResetListener(ConversationOrders orders) {
    this.orders = orders;
  }

  @Override
  public String channel() {
    return RedisNames.RESET;
  }

  @Override
  public void received(String payload) {
    orders.clear();
  }
}
