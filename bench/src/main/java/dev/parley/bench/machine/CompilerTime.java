package dev.parley.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * The CPU time of the JVMs' compilers. It is much of a young server's time, and little of an old
 * one's.
 */
public final class CompilerTime {

  private CompilerTime() {}

  /** The CPU seconds of these processes' compiler threads that run now. */
  public static double seconds(Collection<ServerProcess> processes) {
    return processes.stream().mapToLong(it -> ticks(it.pid())).sum() / ProcessStat.TICKS_PER_SECOND;
  }

  private static long ticks(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads.mapToLong(CompilerTime::ticksOfThread).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long ticksOfThread(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      return isCompiler(stat) ? ProcessStat.parse(stat).ownTicks() : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** HotSpot's names of these threads, of which Linux keeps 15 characters. */
  static boolean isCompiler(String stat) {
    return stat.contains("(C1 CompilerThre") || stat.contains("(C2 CompilerThre");
  }
}
