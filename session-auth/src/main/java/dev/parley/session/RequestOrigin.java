package dev.parley.session;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which site made a browser send a request. A browser adds the session cookie whoever asks, so a
 * cookie counts only where this says that our own page asked.
 */
public final class RequestOrigin {

  private static final Set<String> OWN_FETCH_SITES = Set.of("same-origin", "none");
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private RequestOrigin() {}

  /**
   * Whether a request that its cookie proves may be honoured: it changes nothing, or it comes from
   * our own site.
   */
  public static boolean permitsCookie(HttpServerRequest request) {
    return SAFE_METHODS.contains(request.method().name()) || isOwnSite(request);
  }

  /**
   * True where no browser says otherwise: {@code Sec-Fetch-Site} is absent, {@code same-origin} or
   * {@code none}, and {@code Origin} is absent or names the host that was asked ({@code Host}, or
   * {@code X-Forwarded-Host} behind a proxy).
   */
  public static boolean isOwnSite(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return (site == null || OWN_FETCH_SITES.contains(site)) && isOwnOrigin(request);
  }

  private static boolean isOwnOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null
        || names(origin, request.getHeader("Host"))
        || names(origin, firstForwarded(request.getHeader("X-Forwarded-Host")));
  }

  private static String firstForwarded(String hosts) {
    return hosts == null ? null : hosts.split(",", 2)[0].strip();
  }

  private static boolean names(String origin, String host) {
    return host != null
        && parse(origin)
            .filter(uri -> authority(uri).equals(authority(uri.getScheme(), host)))
            .isPresent();
  }

  private static String authority(URI origin) {
    return authority(origin.getScheme(), origin.getRawAuthority());
  }

  /** With the port, also where it is the scheme's own and was left out. */
  private static String authority(String scheme, String hostAndPort) {
    String authority = hostAndPort.toLowerCase(Locale.ROOT);
    boolean hasPort = authority.matches(".*:\\d+");
    return hasPort ? authority : authority + (scheme.equalsIgnoreCase("https") ? ":443" : ":80");
  }

  private static Optional<URI> parse(String origin) {
    try {
      URI uri = new URI(origin);
      return uri.getScheme() == null || uri.getRawAuthority() == null
          ? Optional.empty()
          : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
