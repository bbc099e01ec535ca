package dev.parley.schema;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Runs the migrations at the start, again and again until they succeed: PostgreSQL may come later
 * than the service. One that cannot succeed ends the process.
 */
@Singleton
class Migrations {

  /** Between two tries. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(Migrations.class);

  private final SchemaUpdate update;
  private final ProgressLog progress;
  private final MigrationsConfig config;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile boolean stopped;

  Migrations(SchemaUpdate update, ProgressLog progress, MigrationsConfig config) {
    this.update = update;
    this.progress = progress;
    this.config = config;
  }

  boolean areDone() {
    return done.isDone() && !done.isCompletedExceptionally();
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
      throws InterruptedException {
    Thread.ofPlatform().daemon().name("migrations").start(this::run);
    Thread.ofPlatform().daemon().name("migrations-progress").start(this::tell);
    try {
      done.get(config.startWaits().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.info("The ports open before the migrations finish, so this service is not ready yet");
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The schema could not be updated", failed);
    }
  }

  private void run() {
    try {
      while (!stopped && !update.attempt()) {
        Thread.sleep(PAUSE);
      }
      done.complete(null);
    } catch (InterruptedException | RuntimeException failure) {
      LOG.error("The schema could not be updated, so this process ends", failure);
      done.completeExceptionally(failure);
      Quarkus.asyncExit(1);
    }
  }

  private void tell() {
    while (!stopped) {
      try {
        done.get(config.tellEvery().toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException slow) {
        progress.tell();
      } catch (InterruptedException | ExecutionException end) {
        return;
      }
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    stopped = true;
  }
}
