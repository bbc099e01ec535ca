package dev.parley.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The memory of one process without its descendants, in bytes, according to Linux (proc(5)). It is
 * 0 where the process is gone or the system does not say.
 */
public final class ProcessMemory {

  private static final long BYTES_IN_KILOBYTE = 1024;

  private ProcessMemory() {}

  public static long resident(long pid) {
    return bytes(pid, "status", "VmRSS:");
  }

  /** A page that several processes share counts in part for each of them. */
  public static long proportional(long pid) {
    return bytes(pid, "smaps_rollup", "Pss:");
  }

  private static long bytes(long pid, String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_IN_KILOBYTE)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
