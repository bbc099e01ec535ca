package dev.parley.gateway.redis;

/** Is told that the subscription began, or began again: what was published before may be missed. */
public interface SubscriptionListener {

  void subscribed();
}
