package dev.parley.auth.password;

import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ScramDigestPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;

/** PBKDF2-HMAC-SHA256, which is what Elytron's SCRAM-SHA-256 passwords are (RFC 5802, Hi). */
final class Pbkdf2 {

  private final PasswordFactory factory;

  Pbkdf2() {
    try {
      factory =
          PasswordFactory.getInstance(
              ScramDigestPassword.ALGORITHM_SCRAM_SHA_256,
              WildFlyElytronPasswordProvider.getInstance());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Elytron must support SCRAM-SHA-256", e);
    }
  }

  /** 32 bytes, as those of this hash are if the password is the same. */
  byte[] digest(String password, PasswordHash like) {
    return switch (like.form()) {
      case NORMALIZED -> normalized(password, like.salt(), like.iterations());
      case AS_TYPED -> asTyped(password, like.salt(), like.iterations());
    };
  }

  /** Elytron normalizes a password before it hashes it. */
  byte[] normalized(String password, byte[] salt, int iterations) {
    IteratedSaltedPasswordAlgorithmSpec parameters =
        new IteratedSaltedPasswordAlgorithmSpec(iterations, salt);
    try {
      return factory
          .generatePassword(new EncryptablePasswordSpec(password.toCharArray(), parameters))
          .castAndApply(ScramDigestPassword.class, ScramDigestPassword::getDigest);
    } catch (InvalidKeySpecException e) {
      throw new IllegalStateException("A password could not be hashed", e);
    }
  }

  private static byte[] asTyped(String password, byte[] salt, int iterations) {
    PBEKeySpec key =
        new PBEKeySpec(password.toCharArray(), salt, iterations, PasswordHash.DIGEST_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
      throw new IllegalStateException("A password could not be hashed", e);
    }
  }
}
