package dev.parley.gateway.redis;

/**
 * Hears what the other gateways publish on one channel; what this gateway publishes is left out.
 */
public interface GatewayListener {

  String channel();

  /**
   * Called in the order of the publishes, on an event loop; must not block.
   *
   * @param gateway the id of the gateway that published it
   */
  void received(String gateway, String payload);
}
