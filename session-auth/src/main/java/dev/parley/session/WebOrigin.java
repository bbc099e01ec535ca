package dev.parley.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A site as a browser names it: {@code https://chat.example}.
 *
 * @param authority in lower case, always with the port
 */
record WebOrigin(String scheme, String authority) {

  private static final Set<String> SCHEMES_OF_PAGES = Set.of("http", "https");
  private static final Pattern WITH_PORT = Pattern.compile(".*:[0-9]{1,5}");

  /** Empty where the text is no origin, as {@code "null"} is none. */
  static Optional<WebOrigin> parse(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() == null || uri.getRawAuthority() == null
          ? Optional.empty()
          : Optional.of(at(uri.getScheme(), uri.getRawAuthority()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * What an operator wrote.
   *
   * @throws IllegalArgumentException where no page can have this origin
   */
  static WebOrigin ofPages(String text) {
    WebOrigin origin = parse(text).orElseThrow(() -> noOrigin(text));
    URI uri = URI.create(text);
    boolean isBare = uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
    boolean hasHost = uri.getHost() != null && uri.getRawUserInfo() == null;
    if (!SCHEMES_OF_PAGES.contains(origin.scheme()) || !isBare || !hasHost) {
      throw noOrigin(text);
    }
    return origin;
  }

  private static IllegalArgumentException noOrigin(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" is no origin: write it like https://chat.example, without a path");
  }

  private static WebOrigin at(String scheme, String hostAndPort) {
    String lowerScheme = scheme.toLowerCase(Locale.ROOT);
    String authority = hostAndPort.toLowerCase(Locale.ROOT);
    return new WebOrigin(
        lowerScheme,
        WITH_PORT.matcher(authority).matches()
            ? authority
            : authority + (lowerScheme.equals("https") ? ":443" : ":80"));
  }

  /** Whether this host, as a request names it, is where this site is; null is nowhere. */
  boolean isAt(String host) {
    return host != null && equals(at(scheme, host));
  }
}
