package dev.parley.bench.machine;

import dev.parley.stack.process.ResidentMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that is measured, with all processes that it started: PostgreSQL is many.
 *
 * @param name as in the table: {@code "gateway"}; several may share one
 */
public record ServerProcess(String name, long pid) {

  /**
   * CPU time since it started, of its children too: of those that run, and of those that have
   * ended, which the parent has taken over.
   */
  double cpuSeconds() {
    Optional<ProcessStat> stat = stat(pid);
    long own = stat.map(it -> it.ownTicks() + it.endedChildrenTicks()).orElse(0L);
    return (own + childrenTicks()) / ProcessStat.TICKS_PER_SECOND;
  }

  private long childrenTicks() {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .mapToLong(child -> stat(child.pid()).map(ProcessStat::ownTicks).orElse(0L))
        .sum();
  }

  /** Resident memory in bytes, of this process alone. */
  public long residentBytes() {
    return ResidentMemory.bytes(pid);
  }

  /** Empty for one that has just ended. */
  private static Optional<ProcessStat> stat(long pid) {
    try {
      return Optional.of(
          ProcessStat.parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
