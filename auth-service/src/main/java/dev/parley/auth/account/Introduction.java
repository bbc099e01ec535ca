package dev.parley.auth.account;

import dev.parley.auth.history.HistoryReplicas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells the history service of a new account at once. It leaves the account in the outbox, so
 * {@link OutboxFollower} tells of it again: that way nothing depends on this.
 */
@ApplicationScoped
class Introduction {

  private static final Logger LOG = Logger.getLogger(Introduction.class);

  @Inject HistoryReplicas history;
  @Inject OutboxConfig config;

  /** Blocks for {@link OutboxConfig#registrationWaits()} at most, and never fails. */
  void introduce(Account account) {
    try {
      history
          .load(List.of(account.told()), config.registrationWaits().dividedBy(2))
          .await()
          .atMost(config.registrationWaits());
    } catch (RuntimeException later) {
      LOG.debugf("The history service will learn of a new account later: %s", later);
    }
  }
}
