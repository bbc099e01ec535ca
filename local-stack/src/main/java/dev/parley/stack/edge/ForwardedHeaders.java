package dev.parley.stack.edge;

import dev.parley.protocol.internal.ServiceSecret;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides which headers go to the other side. */
final class ForwardedHeaders {

  /** They concern only one connection (RFC 9110, 7.6.1). */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect");

  private static final String FORWARDED_PREFIX = "x-forwarded-";

  /** Headers that a client would only send to deceive. */
  private static final List<String> PRETENDED =
      List.of(ServiceSecret.HEADER, "Forwarded", "X-Real-IP");

  private ForwardedHeaders() {}

  /** For an ordinary request. */
  static MultiMap of(HttpServerRequest request) {
    MultiMap headers = withoutHops(request.headers());
    PRETENDED.forEach(headers::remove);
    headers.names().stream().filter(ForwardedHeaders::isForwarded).forEach(headers::remove);
    headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", request.scheme());
    headers.set("X-Forwarded-Host", request.headers().get(HttpHeaders.HOST));
    return headers;
  }

  /** For a WebSocket's handshake, which is about its connection. */
  static MultiMap ofHandshake(HttpServerRequest request) {
    return of(request)
        .set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)
        .set(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
  }

  private static boolean isForwarded(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith(FORWARDED_PREFIX);
  }

  /** Also drops those that the Connection header names. */
  static MultiMap withoutHops(MultiMap original) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(original);
    original.getAll(HttpHeaders.CONNECTION).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(headers::remove);
    HOP_BY_HOP.forEach(headers::remove);
    return headers;
  }
}
