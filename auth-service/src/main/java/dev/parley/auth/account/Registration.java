package dev.parley.auth.account;

import dev.parley.auth.password.CommonPasswords;
import dev.parley.auth.password.PasswordHash;
import dev.parley.auth.password.PasswordRules;
import dev.parley.auth.password.Passwords;
import dev.parley.auth.throttle.Throttle;
import dev.parley.http.ClientAddress;
import dev.parley.name.Username;
import dev.parley.name.Usernames;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.exception.ConstraintViolationException;

/** Opens accounts. */
@ApplicationScoped
class Registration {

  @Inject Passwords passwords;
  @Inject PasswordRules passwordRules;
  @Inject CommonPasswords commonPasswords;
  @Inject Throttle throttle;
  @Inject Introduction introduction;
  @Inject Clock clock;

  /** Fails with the first check that does not pass, in the order of the first protocol. */
  Account register(String askedName, String password, ClientAddress from) {
    String name = Usernames.checkMinimum(askedName);
    passwordRules.checkMinimum(password);
    Username username = Usernames.checkRest(name);
    passwordRules.checkRest(password);
    commonPasswords.checkAtRegistration(password, username.spelling());
    throttle.register(from);
    checkFree(username);
    Account account = open(username, passwords.hash(password, from));
    introduction.introduce(account);
    return account;
  }

  /** Saves the cost of a hash. The constraint decides, because two users may register at once. */
  private static void checkFree(Username name) {
    if (QuarkusTransaction.requiringNew().call(() -> Account.exists(name))) {
      throw new ParleyException(ErrorCode.USERNAME_TAKEN);
    }
  }

  private Account open(Username name, PasswordHash password) {
    Account account = new Account();
    account.username = name.spelling();
    account.foldedName = name.folded();
    account.skeleton = name.skeleton();
    account.passwordHash = password.stored();
    account.createdAt = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    try {
      QuarkusTransaction.requiringNew().run(account::persistAndFlush);
      return account;
    } catch (ConstraintViolationException taken) {
      throw new ParleyException(ErrorCode.USERNAME_TAKEN);
    }
  }
}
