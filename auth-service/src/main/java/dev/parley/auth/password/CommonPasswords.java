package dev.parley.auth.password;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that everybody who guesses tries first: {@code common-passwords.txt}, one a line.
 */
@Singleton
public class CommonPasswords {

  private final Set<String> known = read();
  private final boolean atRegistration;

  @Inject
  CommonPasswords(PasswordConfig config) {
    this.atRegistration = config.refuseCommonAtRegistration();
  }

  private static Set<String> read() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails with PASSWORD_INVALID, where the operator wishes that. */
  public void checkAtRegistration(String password) {
    if (atRegistration) {
      check(password);
    }
  }

  /** Fails with PASSWORD_INVALID; upper and lower case make no difference. */
  public void check(String password) {
    String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (known.contains(plain)) {
      throw new ParleyException(
          ErrorCode.PASSWORD_INVALID,
          "Password is one of the most common ones: choose one that nobody guesses");
    }
  }
}
