package dev.parley.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process holds in memory, as the system tells it (proc(5)). */
public final class ResidentMemory {

  private static final long BYTES_IN_KILOBYTE = 1024;

  private ResidentMemory() {}

  /** Of this process alone; 0 where it is gone, or the system does not tell. */
  public static long bytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_IN_KILOBYTE)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
