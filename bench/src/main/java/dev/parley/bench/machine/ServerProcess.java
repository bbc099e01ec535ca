package dev.parley.bench.machine;

import dev.parley.stack.StackException;
import dev.parley.stack.process.ProcessMemory;
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

  /** Lets a JVM give back what it no longer needs, so that its memory tells what it keeps. */
  public void collectGarbage() {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new StackException("the garbage of the " + name + " could not be collected");
      }
    } catch (IOException e) {
      throw new StackException("there is no " + jcmd, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted", e);
    }
  }

  /** The resident memory of this process alone, in bytes. */
  public long residentBytes() {
    return ProcessMemory.resident(pid);
  }

  /** The proportional memory of this process and its descendants, in bytes; 0 where unknown. */
  public long proportionalBytes() {
    return ProcessHandle.of(pid).stream()
        .flatMap(own -> Stream.concat(Stream.of(own), own.descendants()))
        .mapToLong(part -> ProcessMemory.proportional(part.pid()))
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
