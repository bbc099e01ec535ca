package dev.parley.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Identifies a request in the logs of every service that it reaches, and to the client: {@value
 * #HEADER}. It belongs to the Vert.x context of the request, and log events on that context carry
 * it as {@value #KEY}. Requests to other services pass it on.
 */
public final class RequestId {

  public static final String HEADER = "X-Request-Id";

  static final int MAX_LENGTH = 64;

  private static final String KEY = "requestId";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_LENGTH + "}");

  private RequestId() {}

  /** The id that the request brought, if it is short and plain; otherwise a new one. */
  static String of(String given) {
    return given != null && PLAIN.matcher(given).matches() ? given : next();
  }

  private static String next() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** The id of the request on the current context; empty if there is none. */
  public static Optional<String> current() {
    return Optional.ofNullable((String) MDC.get(KEY));
  }

  /** Gives this id to everything that happens on this context from now on. */
  static void enter(String id) {
    MDC.put(KEY, id);
  }
}
