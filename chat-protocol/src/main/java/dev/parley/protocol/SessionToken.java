package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that proves a session: 256 random bits as 43 characters of base64url. Only its {@link
 * Hash} is stored, cached or sent between services. {@link #toString()} hides it, so that it cannot
 * reach a log by accident.
 */
public record SessionToken(String value) {

  private static final int BYTES = 32;

  public static SessionToken generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SessionToken(base64(bytes));
  }

  /** Defined for every string: the hash of a token that was never issued is simply not found. */
  public Hash hash() {
    return new Hash(base64(sha256().digest(value.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public String toString() {
    return "SessionToken[hidden]";
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** SHA-256 of a token, base64url without padding: 43 characters. */
  public record Hash(@JsonValue String value) {
    private static final int LENGTH = 43;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Hash {
      if (value.length() != LENGTH) {
        throw new IllegalArgumentException("a token hash must have 43 characters");
      }
    }

    @Override
    public String toString() {
      return value;
    }
  }
}
