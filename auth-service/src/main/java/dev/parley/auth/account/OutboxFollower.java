package dev.parley.auth.account;

import dev.parley.auth.history.HistoryReplicas;
import dev.parley.protocol.internal.LoadAccounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells the history service of the accounts in the outbox, batch by batch, each at least once. All
 * replicas do this; each takes other rows. After a failure it pauses, longer each time.
 */
@ApplicationScoped
class OutboxFollower {

  private static final Logger LOG = Logger.getLogger(OutboxFollower.class);

  private static final int MAX_BATCHES = 100;

  private final AccountOutbox outbox;
  private final HistoryReplicas history;
  private final OutboxConfig config;
  private final OutboxPause pause = new OutboxPause();
  private volatile Optional<Long> oldestSince = Optional.empty();
  private volatile long lookedNanos;

  @Inject
  OutboxFollower(
      AccountOutbox outbox, HistoryReplicas history, OutboxConfig config, MeterRegistry metrics) {
    this.outbox = outbox;
    this.history = history;
    this.config = config;
    this.lookedNanos = System.nanoTime() - config.lookWhenEmptyEvery().toNanos();
    metrics.gauge("parley.outbox.age.seconds", this, it -> it.age().toMillis() / 1000.0);
  }

  /** An outbox that was empty is looked at seldom: a registration tells by itself. */
  @Scheduled(
      every = "${parley.outbox.send-every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void followIfDue() {
    Duration sinceLook = Duration.ofNanos(System.nanoTime() - lookedNanos);
    if (oldestSince.isPresent()
        || pause.isOn()
        || sinceLook.compareTo(config.lookWhenEmptyEvery()) >= 0) {
      follow();
    }
  }

  void follow() {
    try {
      look();
      if (oldestSince.isPresent() && pause.isOver()) {
        sendAll();
        look();
        pause.end();
      }
    } catch (RuntimeException failure) {
      LOG.logf(
          pause.isOn() ? Logger.Level.DEBUG : Logger.Level.WARN,
          "The history service was not told of all accounts; trying again: %s",
          failure);
      pause.lengthen();
    }
  }

  private void look() {
    long now = System.nanoTime();
    lookedNanos = now;
    oldestSince =
        QuarkusTransaction.requiringNew().call(outbox::age).map(age -> now - age.toNanos());
  }

  private void sendAll() {
    for (int i = 0; i < MAX_BATCHES; i++) {
      if (!QuarkusTransaction.requiringNew().call(this::sendSome)) {
        return;
      }
    }
  }

  /** True if there may be more. A failure leaves the rows in the outbox. */
  private boolean sendSome() {
    AccountOutbox.Batch batch = outbox.oldest();
    if (batch.isEmpty()) {
      return false;
    }
    if (!batch.accounts().isEmpty()) {
      QuarkusTransaction.suspendingExisting().run(() -> send(batch.accounts()));
    }
    outbox.remove(batch);
    return batch.isFull();
  }

  /** Its threads would take part in a transaction of the caller. */
  private void send(List<LoadAccounts.Account> accounts) {
    history.load(accounts, config.answerWithin()).await().indefinitely();
  }

  /** How long the first account has been waiting, also while the database is away. */
  private Duration age() {
    return oldestSince
        .map(since -> Duration.ofNanos(System.nanoTime() - since))
        .orElse(Duration.ZERO);
  }
}
