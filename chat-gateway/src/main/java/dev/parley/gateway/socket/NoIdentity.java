package dev.parley.gateway.socket;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes Quarkus's identity away from handshakes, whose token {@link UpgradeCheck} checks. For the
 * sake of an identity that nobody asks for, the WebSocket layer would keep the whole request, a
 * third of a connection's memory, for as long as the connection lives.
 */
@Singleton
class NoIdentity {

  /** After authentication, and before the WebSocket layer. */
  private static final int ORDER = -1;

  void route(@Observes Router router) {
    router
        .route(ChatSocket.PATH)
        .order(ORDER)
        .handler(
            handshake -> {
              handshake.remove(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
              handshake.next();
            });
  }
}
