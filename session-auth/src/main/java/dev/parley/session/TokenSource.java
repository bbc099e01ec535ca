package dev.parley.session;

/** How a client presented its session token. */
public enum TokenSource {
  /** {@code Authorization: Bearer <token>}. */
  BEARER,
  /** The WebSocket subprotocol {@code quarkus-http-upgrade#Authorization#Bearer <token>}. */
  SUBPROTOCOL,
  /** {@code /ws?token=<token>}. */
  QUERY,
  /** The cookie {@link SessionCookie#nameFor}: a browser sends it whoever made the request. */
  COOKIE
}
