package dev.parley.bench.machine;

import dev.parley.stack.process.ResidentMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A measured process with its descendants, because PostgreSQL consists of many.
 *
 * @param name the name in the table, {@code "gateway"}; several may share one
 */
public record ServerProcess(String name, long pid) {

  /**
   * The CPU time since its start, including its children: those that run, and those that have ended
   * and whose time the parent has inherited.
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

  /** The resident memory of this process alone, in bytes. */
  public long residentBytes() {
    return ResidentMemory.bytes(pid);
  }

  /** The proportional memory of this process and its descendants, in bytes; 0 where unknown. */
  public long proportionalBytes() {
    return ProcessHandle.of(pid).stream()
        .flatMap(own -> Stream.concat(Stream.of(own), own.descendants()))
        .mapToLong(part -> ProportionalMemory.bytes(part.pid()))
        .sum();
  }

  /** Empty if the process has just ended. */
  private static Optional<ProcessStat> stat(long pid) {
    try {
      return Optional.of(
          ProcessStat.parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
