package dev.parley.stack.postgres;

import dev.parley.stack.process.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** PostgreSQL is ready when {@code postmaster.pid} says so. */
final class PostgresReadiness implements Readiness {

  /** By then a start without a recovery is over, except on a very slow machine. */
  private static final Duration USUAL = Duration.ofSeconds(5);

  private final Path folder;
  private final long since = System.nanoTime();
  private volatile boolean starting;

  PostgresReadiness(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean isReady(long pid) {
    Optional<PostmasterFile> file = PostmasterFile.read(folder).filter(it -> it.pid() == pid);
    starting = file.isPresent();
    return file.filter(PostmasterFile::ready).isPresent();
  }

  /** After a crash it replays what it wrote since the last checkpoint, however long that takes. */
  @Override
  public Optional<String> longWork() {
    return starting && System.nanoTime() - since > USUAL.toNanos()
        ? Optional.of("recovers what was written last, which may take some minutes")
        : Optional.empty();
  }
}
