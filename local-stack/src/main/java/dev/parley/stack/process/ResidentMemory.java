package dev.parley.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The resident memory of a process, according to the system (proc(5)). */
public final class ResidentMemory {

  private static final long BYTES_IN_KILOBYTE = 1024;

  private ResidentMemory() {}

  /** The memory of this process alone; 0 if it is gone or the system does not say. */
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
