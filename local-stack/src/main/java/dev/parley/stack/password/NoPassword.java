package dev.parley.stack.password;

/**
 * What is stored where an account has no password. Each is a hash of the auth service's own form,
 * so that a login is refused as any with a wrong password is, and takes as long. Nobody knows a
 * password of which it is the hash: the digest was chosen, not computed.
 */
public final class NoPassword {

  private static final String FORM =
      "$pbkdf2-sha256$i=600000$NoPasswordNoPasswordNoPasswordNoPasswordNoA=$%s";

  /** Of somebody who is to get a new password. */
  public static final String MUST_RESET =
      FORM.formatted("MustResetMustResetMustResetMustResetMustRes=");

  /** Of a placeholder, whom nobody is. */
  public static final String NOBODYS =
      FORM.formatted("NobodysNobodysNobodysNobodysNobodysNobodysA=");

  private NoPassword() {}
}
