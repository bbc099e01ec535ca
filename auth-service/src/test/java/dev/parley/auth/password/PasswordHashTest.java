package dev.parley.auth.password;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  private static final byte[] SALT =
      HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));

  private final Pbkdf2 pbkdf2 = new Pbkdf2();

  @ParameterizedTest
  @ValueSource(strings = {"secret", "pässwörd", "密码密码密码", "😀😀😀😀😀😀", ""})
  void elytronsDigestIsPbkdf2(String password) throws GeneralSecurityException {
    assertArrayEquals(jdksDigest(password, 1_000), pbkdf2.normalized(password, SALT, 1_000));
  }

  @Test
  void ourOwnHashIsTheSameHoweverAKeyboardWritesALetter() throws GeneralSecurityException {
    assertArrayEquals(jdksDigest("\u00E9", 1_000), pbkdf2.normalized("e\u0301", SALT, 1_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "e\u0301", "\uFF41", ""})
  void thePredecessorsIsOfWhatWasTyped(String password) throws GeneralSecurityException {
    byte[] digest = jdksDigest(password, 100_000);
    PasswordHash stored = PasswordHash.parse(predecessors(digest));
    assertArrayEquals(digest, pbkdf2.digest(password, stored));
  }

  private static byte[] jdksDigest(String password, int iterations)
      throws GeneralSecurityException {
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
        .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, iterations, 256))
        .getEncoded();
  }

  private static String predecessors(byte[] digest) {
    byte[] saltAndDigest = Arrays.copyOf(SALT, 64);
    System.arraycopy(digest, 0, saltAndDigest, 32, 32);
    return Base64.getEncoder().encodeToString(saltAndDigest);
  }

  @Test
  void theStoredFormSaysEverything() {
    PasswordHash hash = new PasswordHash(600_000, SALT, new byte[32]);
    String stored = hash.stored();
    assertEquals(
        "$pbkdf2-sha256$i=600000$ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        stored);
    PasswordHash read = PasswordHash.parse(stored);
    assertEquals(600_000, read.iterations());
    assertArrayEquals(SALT, read.salt());
    assertArrayEquals(new byte[32], read.digest());
  }

  @Test
  void thePredecessorsFormIsReadToo() {
    byte[] digest = new byte[32];
    digest[0] = 5;
    PasswordHash read = PasswordHash.parse(predecessors(digest));
    assertEquals(100_000, read.iterations());
    assertArrayEquals(SALT, read.salt());
    assertArrayEquals(digest, read.digest());
  }

  /** Persian, Arabic, Bengali, Devanagari, Myanmar, Adlam. */
  @ParameterizedTest
  @ValueSource(strings = {"\u06F6", "\u0666", "\u09EC", "\u096C", "\u1046", "\uD83A\uDD56", "6"})
  void theDigitsOfEveryScriptAreRead(String six) {
    PasswordHash hash = new PasswordHash(666, SALT, new byte[32]);
    PasswordHash read = PasswordHash.parse(hash.stored().replace("666", six.repeat(3)));
    assertEquals(666, read.iterations());
    assertArrayEquals(SALT, read.salt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-IR", "ar-EG", "bn-BD", "mr-IN", "my-MM", "th-TH-u-nu-thai"})
  void theStoredFormIsTheSameInEveryLanguage(String language) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      String stored = new PasswordHash(600_000, SALT, new byte[32]).stored();
      assertTrue(stored.startsWith("$pbkdf2-sha256$i=600000$"), stored);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "$2a$10$abc", "AAAA"})
  void anythingElseIsNoHash(String stored) {
    assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(stored));
  }
}
