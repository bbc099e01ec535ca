package dev.parley.history.append;

import dev.parley.stack.postgres.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL that a test may kill and start again, and no Redis at all. */
public class RestartablePostgres implements QuarkusTestResourceLifecycleManager {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private Path data;
  private int port;
  private LocalPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      data = Files.createTempDirectory("parley-test-restart");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    postgres = LocalPostgres.start(data, 0);
    port = postgres.port();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        postgres.jdbcUrl(),
        "quarkus.datasource.username",
        postgres.username(),
        "quarkus.datasource.password",
        "",
        "quarkus.redis.hosts",
        "redis://localhost:1");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(RestartablePostgres.class));
  }

  /** As a power cut would: the server has no moment to finish anything. */
  void kill() {
    Optional<ProcessHandle> postmaster = ProcessHandle.of(postgres.pid());
    postmaster.ifPresent(ProcessHandle::destroyForcibly);
    postmaster.ifPresent(process -> process.onExit().join());
    closeQuietly();
  }

  /** The embedding holds a lock on the folder until it is closed. */
  private void closeQuietly() {
    try {
      postgres.close();
    } catch (UncheckedIOException e) {
      // It was killed; there is nothing to stop.
    }
  }

  /** The killed server's processes hold its memory for a moment; until then a start fails. */
  void startAgain() {
    Instant deadline = Instant.now().plus(START_LIMIT);
    while (true) {
      try {
        postgres = LocalPostgres.start(data, port);
        return;
      } catch (UncheckedIOException | IllegalStateException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
      }
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      closeQuietly();
    }
  }
}
