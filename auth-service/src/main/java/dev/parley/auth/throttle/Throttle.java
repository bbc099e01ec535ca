package dev.parley.auth.throttle;

import dev.parley.http.ClientAddress;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Refuses with TOO_MANY_REQUESTS, and says for how long. Only failures count, and every pause ends.
 *
 * <p>Whoever fails on somebody's account makes strangers to that account wait, its owner hardly: an
 * address from which the account has logged in is counted by itself, and does not wait for what
 * others did, to the account or from that address. No session is concerned.
 */
@Startup
@ApplicationScoped
public class Throttle {

  private final Ledger ledger;
  private final Limit account;
  private final Limit address;
  private final Limit registration;
  private final Duration knownFor;
  private final Counter refused;

  @Inject
  Throttle(Ledger ledger, ThrottleConfig config, MeterRegistry metrics) {
    this.ledger = ledger;
    this.account = config.account().limit();
    this.address = config.address().limit();
    this.registration = config.registration().limit();
    this.knownFor = config.knownFor();
    this.refused =
        Counter.builder("parley.throttle.refusals")
            .description("Logins, password changes and registrations that have to wait")
            .register(metrics);
  }

  /**
   * @param name the same for all spellings of one account's name, whether there is one or not
   */
  public Attempt logIn(String name, ClientAddress from) {
    Tries known = Tries.of("known", name + "\n" + from, account).keptFor(knownFor);
    Tries ofAddress = Tries.of("address", from.value(), address);
    if (ledger.apply(known, Step.LOOK).strikes().areKnown()) {
      take(known);
      return new Attempt(
          () -> ledger.apply(ofAddress, Step.COUNT),
          () -> ledger.apply(known, Step.CLEAR),
          () -> ledger.apply(known, Step.REFUND));
    }
    return stranger(Tries.of("account", name, account), ofAddress, known);
  }

  private Attempt stranger(Tries ofAccount, Tries ofAddress, Tries known) {
    requireNoPause(ledger.apply(ofAddress, Step.LOOK));
    take(ofAccount);
    return new Attempt(
        () -> ledger.apply(ofAddress, Step.COUNT),
        () -> {
          ledger.apply(ofAccount, Step.REFUND);
          ledger.apply(known, Step.CLEAR);
        },
        () -> ledger.apply(ofAccount, Step.REFUND));
  }

  /** Counted apart from logins: nobody who only knows a name can keep its owner from it. */
  public Attempt changePassword(UserId user) {
    Tries ofUser = Tries.of("password", user.toString(), account);
    take(ofUser);
    Runnable refund = () -> ledger.apply(ofUser, Step.REFUND);
    return new Attempt(() -> {}, refund, refund);
  }

  public void register(ClientAddress from) {
    take(Tries.of("registration", from.value(), registration));
  }

  private void take(Tries tries) {
    requireNoPause(ledger.apply(tries, Step.TAKE));
  }

  private void requireNoPause(Step.Result result) {
    if (!result.pause().isZero()) {
      refused.increment();
      throw new ParleyException(ErrorCode.TOO_MANY_REQUESTS, result.pause());
    }
  }
}
