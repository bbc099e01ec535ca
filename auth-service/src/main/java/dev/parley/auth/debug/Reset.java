package dev.parley.auth.debug;

import dev.parley.auth.account.Account;
import dev.parley.auth.history.HistoryReplicas;
import dev.parley.auth.session.Sessions;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Deletes all accounts, sessions and messages. First nobody can send any more, then the messages
 * go, and only then the gateways forget what they know. Where one step fails the request may be
 * sent again. Ids go on from where they were: nothing that still holds an old one takes a new
 * account for it.
 */
@ApplicationScoped
class Reset {

  private static final Logger LOG = Logger.getLogger(Reset.class);

  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Inject Sessions sessions;
  @Inject HistoryReplicas history;
  @Inject ReactiveRedisDataSource redis;

  void everything() {
    LOG.warn("Deleting all accounts, sessions and messages");
    sessions.endAll();
    QuarkusTransaction.requiringNew().run(() -> Account.deleteAll());
    deleteMessages();
    tellGateways();
  }

  private void deleteMessages() {
    try {
      history.reset().await().indefinitely();
    } catch (RuntimeException e) {
      throw new ParleyException(ErrorCode.UNAVAILABLE, e);
    }
  }

  private void tellGateways() {
    try {
      redis.pubsub(String.class).publish(RedisNames.RESET, "").await().atMost(LIMIT);
    } catch (RuntimeException e) {
      throw new ParleyException(ErrorCode.UNAVAILABLE, e);
    }
  }
}
