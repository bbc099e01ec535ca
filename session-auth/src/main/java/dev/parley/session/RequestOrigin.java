package dev.parley.session;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * The site that made a browser send a request. A browser adds the session cookie to requests of any
 * site, so a cookie counts only if the request came from our own page.
 */
@Singleton
public class RequestOrigin {

  private static final Set<String> OWN_FETCH_SITES = Set.of("same-origin", "none");
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private final List<WebOrigin> own;

  @Inject
  RequestOrigin(PublicOriginConfig config) {
    try {
      own = config.origins().orElse(List.of()).stream().map(WebOrigin::ofPages).toList();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("parley.public-origin: " + e.getMessage(), e);
    }
  }

  /** A bad setting is told at the start, not at the first login. */
  void checkConfiguration(@Observes StartupEvent start) {}

  /**
   * Whether the server may accept a cookie as proof of this request: the request changes nothing,
   * or it comes from our own site.
   */
  public boolean permitsCookie(HttpServerRequest request) {
    return SAFE_METHODS.contains(request.method().name()) || isOwnSite(request);
  }

  /**
   * True where no browser says otherwise: {@code Sec-Fetch-Site} is absent, {@code same-origin} or
   * {@code none}, and {@code Origin} is absent, is one of {@code parley.public-origin}, or names
   * the host that was asked ({@code Host}, or {@code X-Forwarded-Host} behind a proxy).
   */
  public boolean isOwnSite(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return (site == null || OWN_FETCH_SITES.contains(site)) && isOwnOrigin(request);
  }

  private boolean isOwnOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null
        || WebOrigin.parse(origin).filter(from -> isOwn(from, request)).isPresent();
  }

  private boolean isOwn(WebOrigin origin, HttpServerRequest request) {
    return own.contains(origin)
        || origin.isAt(request.getHeader("Host"))
        || origin.isAt(firstForwarded(request.getHeader("X-Forwarded-Host")));
  }

  private static String firstForwarded(String hosts) {
    return hosts == null ? null : hosts.split(",", 2)[0].strip();
  }
}
