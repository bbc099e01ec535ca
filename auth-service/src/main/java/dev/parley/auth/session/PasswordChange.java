package dev.parley.auth.session;

import dev.parley.auth.account.Account;
import dev.parley.auth.password.CommonPasswords;
import dev.parley.auth.password.PasswordHash;
import dev.parley.auth.password.PasswordRules;
import dev.parley.auth.password.Passwords;
import dev.parley.auth.throttle.Attempt;
import dev.parley.auth.throttle.Throttle;
import dev.parley.http.ClientAddress;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.VerifiedSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Replaces a password. It ends the sessions of anyone else who knew the old one. */
@ApplicationScoped
class PasswordChange {

  @Inject Passwords passwords;
  @Inject PasswordRules passwordRules;
  @Inject CommonPasswords commonPasswords;
  @Inject SessionDeletion sessions;
  @Inject Revocations revocations;
  @Inject Throttle throttle;

  void change(
      VerifiedSession session, String currentPassword, String newPassword, ClientAddress from) {
    passwordRules.checkMinimum(newPassword);
    passwordRules.checkRest(newPassword);
    commonPasswords.check(newPassword, session.username());
    Account account = QuarkusTransaction.requiringNew().call(() -> Account.of(session.userId()));
    Optional<PasswordHash> stored = Optional.of(PasswordHash.parse(account.passwordHash));
    prove(session, currentPassword, stored, from);
    String replacement = passwords.hash(newPassword, from).stored();
    revocations.announce(
        QuarkusTransaction.requiringNew().call(() -> replace(account, replacement, session)));
  }

  /** A stolen session must not help to find the password. */
  private void prove(
      VerifiedSession session, String password, Optional<PasswordHash> stored, ClientAddress from) {
    try (Attempt attempt = throttle.changePassword(session.userId())) {
      if (!passwords.matches(password, stored, from)) {
        attempt.failed();
        throw new ParleyException(ErrorCode.PASSWORD_WRONG);
      }
      attempt.succeeded();
    }
  }

  /** If two changes come at once, the second no longer knows the current password. */
  private List<Revocations.Ended> replace(
      Account account, String replacement, VerifiedSession session) {
    if (!Account.replacePassword(account.id, account.passwordHash, replacement)) {
      throw new ParleyException(ErrorCode.PASSWORD_WRONG);
    }
    return sessions.others(session.userId(), session.sessionId());
  }
}
