package dev.parley.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Names a request in the logs of every service that it reaches, and to who made it: {@value
 * #HEADER}. It belongs to the Vert.x context of the request, and what is logged there carries it as
 * {@value #KEY}. Whoever asks another service passes it on.
 */
public final class RequestId {

  public static final String HEADER = "X-Request-Id";

  static final int MAX_LENGTH = 64;

  private static final String KEY = "requestId";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_LENGTH + "}");

  private RequestId() {}

  /** What the request says, where that is short and plain; else a new one. */
  static String of(String given) {
    return given != null && PLAIN.matcher(given).matches() ? given : next();
  }

  private static String next() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** Of the request on whose context this is called; empty where there is none. */
  public static Optional<String> current() {
    return Optional.ofNullable((String) MDC.get(KEY));
  }

  /** Names what is done on this context from now on. */
  static void enter(String id) {
    MDC.put(KEY, id);
  }
}
