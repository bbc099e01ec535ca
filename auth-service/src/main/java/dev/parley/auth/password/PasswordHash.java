package dev.parley.auth.password;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is stored of a password: {@code $pbkdf2-sha256$i=600000$<salt>$<digest>}, salt and digest in
 * base64. It says all that is needed to check a password, so the parameters can rise.
 */
public final class PasswordHash {

  static final int SALT_BYTES = 32;

  private static final int DIGEST_BYTES = 32;
  static final int DIGEST_BITS = DIGEST_BYTES * Byte.SIZE;
  private static final int PREDECESSORS_ITERATIONS = 100_000;

  /** The digits of any script: a service once wrote those of its machine's language. */
  private static final Pattern STORED =
      Pattern.compile("\\$pbkdf2-sha256\\$i=(\\p{Nd}{1,9})\\$([^$]+)\\$([^$]+)");

  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

  /** What was hashed. */
  enum Form {
    /** The password in Unicode's form NFKC: keyboards differ in how they write a letter. */
    NORMALIZED,
    /** The password as it was typed, as the predecessor did. */
    AS_TYPED
  }

  private final Form form;
  private final int iterations;
  private final byte[] salt;
  private final byte[] digest;

  PasswordHash(int iterations, byte[] salt, byte[] digest) {
    this(Form.NORMALIZED, iterations, salt, digest);
  }

  private PasswordHash(Form form, int iterations, byte[] salt, byte[] digest) {
    this.form = form;
    this.iterations = iterations;
    this.salt = salt.clone();
    this.digest = digest.clone();
  }

  /**
   * Also reads the form of the predecessor: base64 of a 32-byte salt and a 32-byte digest, of the
   * same function with 100,000 iterations.
   */
  public static PasswordHash parse(String stored) {
    Matcher own = STORED.matcher(stored);
    return own.matches()
        ? new PasswordHash(number(own.group(1)), decode(own.group(2)), decode(own.group(3)))
        : predecessors(stored);
  }

  /** {@link Integer#parseInt} knows the digits of the first 65,536 characters only. */
  private static int number(String digits) {
    return digits.codePoints().map(Character::getNumericValue).reduce(0, (n, d) -> 10 * n + d);
  }

  /** Whether this is the form that is written today, whatever it is the hash of. */
  public static boolean isWrittenPlainly(String stored) {
    return ASCII.matcher(stored).matches();
  }

  private static PasswordHash predecessors(String stored) {
    byte[] saltAndDigest = decode(stored);
    if (saltAndDigest.length != SALT_BYTES + DIGEST_BYTES) {
      throw new IllegalArgumentException("not a password hash");
    }
    return new PasswordHash(
        Form.AS_TYPED,
        PREDECESSORS_ITERATIONS,
        Arrays.copyOf(saltAndDigest, SALT_BYTES),
        Arrays.copyOfRange(saltAndDigest, SALT_BYTES, SALT_BYTES + DIGEST_BYTES));
  }

  private static byte[] decode(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  /** The form to store, of a hash that is our own; {@link #parse} reads it. */
  public String stored() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "$pbkdf2-sha256$i="
        + iterations
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(digest);
  }

  Form form() {
    return form;
  }

  int iterations() {
    return iterations;
  }

  byte[] salt() {
    return salt.clone();
  }

  byte[] digest() {
    return digest.clone();
  }

  /** A hash belongs into no log. */
  @Override
  public String toString() {
    return "PasswordHash[i=" + iterations + "]";
  }
}
