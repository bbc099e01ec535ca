package dev.parley.gateway.redis;

/** Hears what the auth and history services publish on one channel. */
public interface ServiceListener {

  String channel();

  /** Called in the order of the publishes, on an event loop; must not block. */
  void received(String payload);
}
