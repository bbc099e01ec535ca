package dev.parley.schema;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Limits how long a migration in a transaction waits for a lock: all requests queue behind it
 * meanwhile. It is rolled back then, and tried again. What runs outside a transaction, such as
 * {@code CREATE INDEX CONCURRENTLY}, keeps nobody waiting and waits as long as it has to.
 */
final class LockPatience implements Callback {

  static final Duration LIMIT = Duration.ofSeconds(3);

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      boolean inTransaction = !context.getConnection().getAutoCommit();
      statement.execute("SET lock_timeout = " + (inTransaction ? LIMIT.toMillis() : 0));
    } catch (SQLException e) {
      throw new FlywayException("The limit for locks could not be set", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "lock patience";
  }
}
