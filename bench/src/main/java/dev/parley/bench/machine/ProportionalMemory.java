package dev.parley.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** PSS: each page counts once, divided by the number of processes that have it. */
final class ProportionalMemory {

  private static final String PSS = "Pss:";
  private static final long KILOBYTE = 1024;

  private ProportionalMemory() {}

  /** 0 for a process that has ended, and on systems other than Linux. */
  static long bytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
      return lines.filter(line -> line.startsWith(PSS)).mapToLong(ProportionalMemory::bytes).sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Of {@code "Pss: 1234 kB"}. */
  static long bytes(String line) {
    String kilobytes = line.substring(PSS.length(), line.lastIndexOf("kB")).strip();
    return Long.parseLong(kilobytes) * KILOBYTE;
  }
}
