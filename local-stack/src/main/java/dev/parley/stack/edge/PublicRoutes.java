package dev.parley.stack.edge;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The routes that clients and browsers can reach. All others go to the gateway, which serves the
 * page.
 */
public record PublicRoutes(Upstream auth, Upstream history, Upstream gateway) {

  private static final Set<String> AUTH =
      Set.of("register", "login", "logout", "me", "users", "sessions", "password", "debug");

  private static final Set<String> HISTORY = Set.of("messages", "conversations", "rooms");

  /** Calls between services, and Quarkus's own pages. */
  private static final Set<String> HIDDEN = Set.of("internal", "q");

  /** A longer request body is refused. */
  static final int MOST_BODY_BYTES = 64 * 1024;

  /**
   * @param target path and query as the client sent them
   * @return empty for a path that is closed to clients
   */
  public Optional<Upstream> of(String target) {
    PlainPath path = new PlainPath(target.split("\\?", 2)[0]);
    if (!path.isPlain() || isHidden(path.firstSegment())) {
      return Optional.empty();
    }
    return Optional.of(upstream(path.firstSegment()));
  }

  private static boolean isHidden(String segment) {
    return HIDDEN.contains(segment.toLowerCase(Locale.ROOT));
  }

  private Upstream upstream(String segment) {
    if (AUTH.contains(segment)) {
      return auth;
    }
    return HISTORY.contains(segment) ? history : gateway;
  }
}
