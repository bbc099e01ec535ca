package dev.parley.schema;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jboss.logging.Logger;

/** Which migration this process runs, and since when. Logs the begin and the end of each. */
@Singleton
class CurrentMigration implements Callback {

  private static final Logger LOG = Logger.getLogger(CurrentMigration.class);

  private final AtomicReference<Running> running = new AtomicReference<>();

  /** {@code V3 (index time for the feed)}, and when it began by {@link System#nanoTime()}. */
  record Running(String name, long beganAt) {

    private static Running of(MigrationInfo migration) {
      return new Running(
          "V" + migration.getVersion() + " (" + migration.getDescription() + ")",
          System.nanoTime());
    }

    Duration time() {
      return Duration.ofNanos(System.nanoTime() - beganAt);
    }
  }

  /** Empty before the first, after the last, and while another process migrates. */
  Optional<Running> get() {
    return Optional.ofNullable(running.get());
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE
        || event == Event.AFTER_EACH_MIGRATE
        || event == Event.AFTER_EACH_MIGRATE_ERROR;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    if (event == Event.BEFORE_EACH_MIGRATE) {
      begin(context.getMigrationInfo());
    } else {
      end(event == Event.AFTER_EACH_MIGRATE);
    }
  }

  void begin(MigrationInfo migration) {
    Running begun = Running.of(migration);
    running.set(begun);
    LOG.infof("Migration %s begins", begun.name());
  }

  void end(boolean succeeded) {
    Running ended = running.getAndSet(null);
    if (ended != null) {
      String how = succeeded ? "is done" : "failed";
      LOG.infof("Migration %s %s after %d ms", ended.name(), how, ended.time().toMillis());
    }
  }

  @Override
  public String getCallbackName() {
    return "current migration";
  }
}
