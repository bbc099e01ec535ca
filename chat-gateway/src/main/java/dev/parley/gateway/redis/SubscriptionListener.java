package dev.parley.gateway.redis;

/** Is told how the subscription stands, on an event loop; must not block. */
public interface SubscriptionListener {

  /** It began, or began again: what was published before may be missed. */
  void subscribed();

  /** It held and does not any more: nothing arrives until {@link #subscribed()}. */
  default void lost() {}
}
