package dev.parley.stack.edge;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;

/** Handles every incoming request. Logs nothing, because request targets may contain tokens. */
record EdgeHandler(PublicRoutes routes, HttpForwarder forwarder, WebSocketTunnel tunnel)
    implements Handler<HttpServerRequest> {

  @Override
  public void handle(HttpServerRequest request) {
    if (!hasOneHost(request)) {
      EdgeAnswer.HOST_INVALID.send(request);
      return;
    }
    if (request.method().equals(HttpMethod.CONNECT) || request.method().equals(HttpMethod.TRACE)) {
      EdgeAnswer.METHOD_NOT_ALLOWED.send(request);
      return;
    }
    routes
        .of(request.uri())
        .ifPresentOrElse(
            upstream -> pass(request, upstream), () -> EdgeAnswer.NOT_FOUND.send(request));
  }

  /** RFC 9112 (3.2) demands it, so that services know which host was meant. */
  private static boolean hasOneHost(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority != null
        && !authority.host().isEmpty()
        && request.headers().getAll(HttpHeaders.HOST).size() == 1;
  }

  private void pass(HttpServerRequest request, Upstream upstream) {
    if (isWebSocketHandshake(request)) {
      tunnel.open(request, upstream);
    } else {
      forwarder.forward(request, upstream);
    }
  }

  private static boolean isWebSocketHandshake(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET)
        && contains(request, HttpHeaders.CONNECTION, "upgrade")
        && contains(request, HttpHeaders.UPGRADE, "websocket");
  }

  private static boolean contains(HttpServerRequest request, CharSequence header, String token) {
    return request.headers().getAll(header).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(token));
  }
}
