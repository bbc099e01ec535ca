package dev.parley.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The number of files and sockets that one process may have open. */
public final class OpenFiles {

  private static final int LIKELY = 1024;

  /** Reserved for everything other than the connections under test. */
  private static final int RESERVED = 1_000;

  private static final int SOFT_LIMIT_AT = 3;

  private OpenFiles() {}

  /**
   * The number of connections that this process, and each process that it starts, can have at the
   * same time.
   */
  public static int mostConnections() {
    return Math.max(100, limit() - RESERVED);
  }

  private static int limit() {
    try (var lines = Files.lines(Path.of("/proc/self/limits"))) {
      return lines
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.split("\\s+", -1)[SOFT_LIMIT_AT])
          .mapToInt(
              value -> value.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(value))
          .findFirst()
          .orElse(LIKELY);
    } catch (IOException | NumberFormatException e) {
      return LIKELY;
    }
  }
}
