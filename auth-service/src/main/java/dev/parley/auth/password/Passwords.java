package dev.parley.auth.password;

import dev.parley.http.ClientAddress;
import dev.parley.protocol.StorableText;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/** Hashes passwords and checks them. Blocks for as long as that takes; fails with UNAVAILABLE. */
@ApplicationScoped
public class Passwords {

  private final Pbkdf2 pbkdf2 = new Pbkdf2();
  private final SecureRandom random = new SecureRandom();
  private final int iterations;
  private final HashingPool pool;
  private final PasswordHash nobodys;

  @Inject
  Passwords(PasswordConfig config, MeterRegistry metrics) {
    iterations = config.iterations();
    pool =
        new HashingPool(
            config.threads().orElse(Runtime.getRuntime().availableProcessors()),
            config.maxWaiting());
    metrics.gauge("parley.passwords.waiting", pool, HashingPool::waiting);
    nobodys = new PasswordHash(iterations, newSalt(), newSalt());
  }

  public PasswordHash hash(String password, ClientAddress from) {
    return pool.compute(
        from,
        () -> {
          byte[] salt = newSalt();
          return new PasswordHash(iterations, salt, pbkdf2.normalized(password, salt, iterations));
        });
  }

  /**
   * Where there is no hash, since there is no such user, the answer takes as long; and no less
   * where the hash has fewer iterations than a new one: else it would tell who has not logged in
   * lately.
   */
  public boolean matches(String password, Optional<PasswordHash> stored, ClientAddress from) {
    PasswordHash hash = stored.orElse(nobodys);
    return pool.compute(from, () -> isRight(password, hash))
        && stored.isPresent()
        && StorableText.isStorable(password);
  }

  private boolean isRight(String password, PasswordHash hash) {
    boolean right = MessageDigest.isEqual(pbkdf2.digest(password, hash), hash.digest());
    int spared = iterations - hash.iterations();
    if (!right && spared > 0) {
      pbkdf2.normalized(password, hash.salt(), spared);
    }
    return right;
  }

  /** Whether new hashes have more iterations than this one, or another form. */
  public boolean isOutdated(PasswordHash hash) {
    return hash.iterations() < iterations || hash.form() != PasswordHash.Form.NORMALIZED;
  }

  private byte[] newSalt() {
    byte[] salt = new byte[PasswordHash.SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  @PreDestroy
  void close() {
    pool.close();
  }
}
