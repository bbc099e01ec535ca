package dev.parley.auth.session;

import dev.parley.auth.account.Account;
import dev.parley.auth.password.PasswordHash;
import dev.parley.auth.password.Passwords;
import dev.parley.auth.throttle.Attempt;
import dev.parley.auth.throttle.Throttle;
import dev.parley.http.ClientAddress;
import dev.parley.name.Usernames;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Turns a name and a password into a session. */
@ApplicationScoped
class Login {

  @Inject Passwords passwords;
  @Inject Sessions sessions;
  @Inject LoginFailures failures;
  @Inject Throttle throttle;

  /** A new session and its token, which is told to nobody else. */
  record LoggedIn(SessionToken token, Session session) {}

  /**
   * Fails with CREDENTIALS_INVALID, after the same time for an unknown name; with TOO_MANY_REQUESTS
   * where that happened too often.
   */
  LoggedIn logIn(String username, String password, String userAgent, ClientAddress from) {
    try (Attempt attempt = throttle.logIn(Usernames.folded(username).orElse(username), from)) {
      Account proven = prove(username, password, attempt, from);
      LoggedIn loggedIn = sessions.open(proven, userAgent).orElseThrow(this::refused);
      attempt.succeeded();
      return loggedIn;
    }
  }

  private Account prove(String username, String password, Attempt attempt, ClientAddress from) {
    Optional<Account> account =
        QuarkusTransaction.requiringNew().call(() -> Account.named(username));
    Optional<PasswordHash> stored = account.map(known -> PasswordHash.parse(known.passwordHash));
    if (!passwords.matches(password, stored, from)) {
      attempt.failed();
      throw refused();
    }
    return withCurrentHash(account.orElseThrow(), stored.orElseThrow(), password, from);
  }

  private ParleyException refused() {
    failures.count();
    return new ParleyException(ErrorCode.CREDENTIALS_INVALID);
  }

  /** Costs a second hash, once for each account whenever the parameters rise. */
  private Account withCurrentHash(
      Account account, PasswordHash stored, String password, ClientAddress from) {
    if (passwords.isOutdated(stored) || !PasswordHash.isWrittenPlainly(account.passwordHash)) {
      String better = passwords.hash(password, from).stored();
      boolean replaced =
          QuarkusTransaction.requiringNew()
              .call(() -> Account.replacePassword(account.id, account.passwordHash, better));
      if (replaced) {
        account.passwordHash = better;
      }
    }
    return account;
  }
}
