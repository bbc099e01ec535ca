package dev.parley.session;

import dev.parley.protocol.SessionToken;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The session token of a request, not verified yet. If a request carries several, the first one in
 * the order of {@link TokenSource} counts, so a token that the client sent on purpose comes before
 * its cookie.
 */
public record PresentedToken(SessionToken token, TokenSource source) {

  /** The path of the WebSocket; only there a token may stand in the query. */
  private static final String SOCKET_PATH = "/ws";

  /** Never fails. A text that cannot be read as a token counts as no token. */
  public static Optional<PresentedToken> in(HttpServerRequest request) {
    return Stream.of(TokenSource.values())
        .map(source -> find(source).apply(request).map(token -> new PresentedToken(token, source)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Function<HttpServerRequest, Optional<SessionToken>> find(TokenSource source) {
    return switch (source) {
      case BEARER -> request -> BearerCredentials.in(request.getHeader("Authorization"));
      case SUBPROTOCOL -> BearerSubprotocol::in;
      case QUERY -> PresentedToken::inQuery;
      case COOKIE -> PresentedToken::inCookie;
    };
  }

  private static Optional<SessionToken> inQuery(HttpServerRequest request) {
    return SOCKET_PATH.equals(request.path()) ? token(parameter(request)) : Optional.empty();
  }

  private static String parameter(HttpServerRequest request) {
    try {
      return request.getParam("token");
    } catch (IllegalArgumentException malformedQuery) {
      return null;
    }
  }

  private static Optional<SessionToken> inCookie(HttpServerRequest request) {
    return token(
        Optional.ofNullable(request.getCookie(SessionCookie.nameFor(request)))
            .map(Cookie::getValue)
            .orElse(null));
  }

  private static Optional<SessionToken> token(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(SessionToken::new);
  }
}
