package dev.parley.auth.password;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
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

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "$2a$10$abc", "AAAA"})
  void anythingElseIsNoHash(String stored) {
    assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(stored));
  }
}
