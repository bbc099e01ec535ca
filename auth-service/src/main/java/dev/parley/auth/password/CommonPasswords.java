package dev.parley.auth.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The passwords that everybody who guesses tries first: some 30,000 of zxcvbn's, which counted
 * those of leaked lists and keeps first names apart; those of {@code common-passwords.txt}, one a
 * line, which it does not have; one character again and again; and somebody's own name.
 */
@Singleton
public class CommonPasswords {

  private static final List<DictionaryLoader> LISTS =
      List.of(
          StandardDictionaries.PASSWORDS_LOADER,
          StandardDictionaries.MALE_NAMES_LOADER,
          StandardDictionaries.FEMALE_NAMES_LOADER);

  private final Set<String> known = new HashSet<>();
  private final boolean atRegistration;

  @Inject
  CommonPasswords(PasswordConfig config) {
    this.atRegistration = config.refuseCommonAtRegistration();
    try {
      for (DictionaryLoader list : LISTS) {
        list.load().getFrequencies().forEach(this::add);
      }
      ownList().lines().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No shorter one is allowed anyway. */
  private void add(String password) {
    if (password.length() >= PasswordRules.FIRST_PROTOCOLS_MIN) {
      known.add(password);
    }
  }

  private static String ownList() throws IOException {
    try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** How many of them have so many characters. */
  long count(int minLength) {
    return known.stream().filter(password -> password.length() >= minLength).count();
  }

  /** Fails with PASSWORD_INVALID, where the operator wishes that. */
  public void checkAtRegistration(String password, String username) {
    if (atRegistration) {
      check(password, username);
    }
  }

  /** Fails with PASSWORD_INVALID; upper and lower case make no difference. */
  public void check(String password, String username) {
    String plain = plain(password);
    if (known.contains(plain) || isOneCharacter(plain) || plain.equals(plain(username))) {
      throw new ParleyException(
          ErrorCode.PASSWORD_INVALID,
          "Password is one of the most common ones: choose one that nobody guesses");
    }
  }

  private static boolean isOneCharacter(String password) {
    return password.codePoints().distinct().count() == 1;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
