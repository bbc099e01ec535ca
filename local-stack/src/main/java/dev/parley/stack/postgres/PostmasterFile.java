package dev.parley.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code postmaster.pid}, which PostgreSQL keeps in its data directory while it runs. */
public record PostmasterFile(long pid, Instant startedAt, int port, boolean ready) {

  /** Both times are whole seconds, from two clocks. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private static final int START_LINE = 2;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /** Empty if there is none, or if it is still being written. */
  public static Optional<PostmasterFile> read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      return lines.size() <= PORT_LINE ? Optional.empty() : Optional.of(parse(lines));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static PostmasterFile parse(List<String> lines) {
    return new PostmasterFile(
        Long.parseLong(lines.getFirst().strip()),
        Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip())),
        Integer.parseInt(lines.get(PORT_LINE).strip()),
        lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready"));
  }

  /** The postmaster, if it still runs; empty when its pid belongs to another process by now. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
  }

  private boolean startedThen(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .filter(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
        .isPresent();
  }
}
