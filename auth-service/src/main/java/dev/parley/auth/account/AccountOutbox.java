package dev.parley.auth.account;

import dev.parley.protocol.internal.LoadAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The accounts that the history service has to be told of, the longest waiting first. Everything
 * here belongs to the caller's transaction. A trigger adds to it (migration V2).
 */
@ApplicationScoped
class AccountOutbox {

  /** Rows that another replica sends now are left to it. */
  private static final String OLDEST =
      """
      SELECT id, account_id FROM {h-schema}accounts_outbox
      ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
      """;

  private static final String AGE =
      """
      SELECT CAST(extract(epoch FROM clock_timestamp() - queued_at) * 1000 AS bigint)
      FROM {h-schema}accounts_outbox ORDER BY id LIMIT 1
      """;

  @Inject EntityManager database;

  private record Row(long id, long account) {}

  /**
   * Rows that nobody else gets before the transaction ends.
   *
   * @param accounts as they are now, in the order of their ids, so that two requests to the history
   *     service never deadlock there; one that a reset deleted is missing
   */
  record Batch(List<Long> rows, List<LoadAccounts.Account> accounts) {

    boolean isEmpty() {
      return rows.isEmpty();
    }

    boolean isFull() {
      return rows.size() == LoadAccounts.MAX_ACCOUNTS;
    }
  }

  Batch oldest() {
    List<Row> rows =
        database
            .unwrap(Session.class)
            .createNativeQuery(OLDEST, Object[].class)
            .setParameter("limit", LoadAccounts.MAX_ACCOUNTS)
            .getResultStream()
            .map(row -> new Row((Long) row[0], (Long) row[1]))
            .toList();
    return new Batch(rows.stream().map(Row::id).toList(), accounts(rows));
  }

  private static List<LoadAccounts.Account> accounts(List<Row> rows) {
    return Account.withIds(rows.stream().map(Row::account).distinct().toList()).stream()
        .map(Account::told)
        .sorted(Comparator.comparing(told -> told.user().id()))
        .toList();
  }

  void remove(Batch batch) {
    database
        .createNativeQuery("DELETE FROM {h-schema}accounts_outbox WHERE id IN (:rows)")
        .setParameter("rows", batch.rows())
        .executeUpdate();
  }

  /** How long the first one has been waiting; empty if none does. */
  Optional<Duration> age() {
    return database
        .unwrap(Session.class)
        .createNativeQuery(AGE, Long.class)
        .getResultStream()
        .findFirst()
        .map(Duration::ofMillis);
  }
}
