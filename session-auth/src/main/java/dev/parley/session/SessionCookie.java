package dev.parley.session;

import io.vertx.core.http.HttpServerRequest;

/**
 * The cookie that carries a session token in a browser. Behind TLS its name begins with {@code
 * __Host-}. A browser then accepts it only from this host and only over TLS, so no other site and
 * nobody on the network can plant another one (RFC 6265bis, 4.1.3.2). Without TLS a browser would
 * refuse that name.
 */
public final class SessionCookie {

  private static final String NAME = "parley_session";
  private static final String NAME_BEHIND_TLS = "__Host-" + NAME;

  private SessionCookie() {}

  /** As the answer to this request sets it, and the only one that this request may present. */
  public static String nameFor(HttpServerRequest request) {
    return isSecure(request) ? NAME_BEHIND_TLS : NAME;
  }

  /** Whether the browser speaks TLS, as far as the edge says so. */
  public static boolean isSecure(HttpServerRequest request) {
    String forwarded = request.getHeader("X-Forwarded-Proto");
    return request.isSSL()
        || (forwarded != null && forwarded.split(",", 2)[0].strip().equalsIgnoreCase("https"));
  }
}
