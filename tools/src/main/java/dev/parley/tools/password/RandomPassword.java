package dev.parley.tools.password;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password of 100 random bits, to be typed from a piece of paper.
 *
 * @param text {@code k3wqe-7mzpa-x2ryn-h5tcd}
 */
record RandomPassword(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without characters that look like another. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int LETTERS_IN_A_GROUP = 5;

  /**
   * Few rounds suffice because nobody can guess it. The first login stores a hash with the
   * service's own number.
   */
  private static final int ITERATIONS = 100_000;

  private static final int BYTES = 32;

  static RandomPassword create() {
    return new RandomPassword(
        IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-")));
  }

  private static String group() {
    return RANDOM
        .ints(LETTERS_IN_A_GROUP, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  /** In the form of the auth service. */
  String hash() {
    byte[] salt = new byte[BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return "$pbkdf2-sha256$i=%s$%s$%s"
        .formatted(
            Integer.toString(ITERATIONS),
            base64.encodeToString(salt),
            base64.encodeToString(digest(salt)));
  }

  private byte[] digest(byte[] salt) {
    PBEKeySpec key = new PBEKeySpec(text.toCharArray(), salt, ITERATIONS, BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
      throw new IllegalStateException("Every JDK has PBKDF2 with SHA-256", e);
    }
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "RandomPassword";
  }
}
