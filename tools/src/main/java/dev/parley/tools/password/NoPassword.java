package dev.parley.tools.password;

/**
 * What is stored for an account without a password. It has the form of the auth service's hashes,
 * so a login is refused like any other with a wrong password, and takes as long. Nobody knows a
 * password with this hash, because the digest was chosen, not computed.
 */
public final class NoPassword {

  private static final String FORM =
      "$pbkdf2-sha256$i=600000$NoPasswordNoPasswordNoPasswordNoPasswordNoA=$%s";

  /** For somebody who will get a new password. */
  public static final String MUST_RESET =
      FORM.formatted("MustResetMustResetMustResetMustResetMustRes=");

  /** For a placeholder, which is nobody's account. */
  public static final String NOBODYS =
      FORM.formatted("NobodysNobodysNobodysNobodysNobodysNobodysA=");

  private NoPassword() {}
}
