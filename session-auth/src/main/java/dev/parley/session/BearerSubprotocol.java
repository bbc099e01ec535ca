package dev.parley.session;

import dev.parley.protocol.SessionToken;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Quarkus's way to give a browser's WebSocket a header: one of the offered subprotocols is {@code
 * quarkus-http-upgrade#Authorization#Bearer <token>}, percent-encoded in whole or in part. It is
 * read here, so a service needs no setting for it, and the server agrees to another one of those
 * offered.
 */
final class BearerSubprotocol {

  private static final String MARK = "quarkus-http-upgrade";

  private BearerSubprotocol() {}

  static Optional<SessionToken> in(HttpServerRequest request) {
    return request.headers().getAll("Sec-WebSocket-Protocol").stream()
        .flatMap(header -> Stream.of(header.split(",", -1)))
        .map(String::strip)
        .filter(offered -> offered.startsWith(MARK))
        .flatMap(offered -> credentials(offered).stream())
        .findFirst();
  }

  private static Optional<SessionToken> credentials(String offered) {
    String[] parts = decoded(offered).split("#", -1);
    return parts.length == 3 && parts[1].equalsIgnoreCase("Authorization")
        ? BearerCredentials.in(parts[2])
        : Optional.empty();
  }

  private static String decoded(String offered) {
    try {
      return URLDecoder.decode(offered, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
