package dev.parley.auth.throttle;

import dev.parley.protocol.redis.RedisNames;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * One thing that is counted.
 *
 * @param key in Redis; of what is counted it has a hash, so it is short whatever a client sent
 * @param keptFor how long Redis keeps it after its last change
 */
record Tries(String key, Limit limit, Duration keptFor) {

  static Tries of(String what, String of, Limit limit) {
    return new Tries(RedisNames.strikes(what, hash(of)), limit, limit.forgottenAfter());
  }

  Tries keptFor(Duration atLeast) {
    return new Tries(key, limit, atLeast.compareTo(keptFor) > 0 ? atLeast : keptFor);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
