package dev.parley.fuzz.check;

import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackException;
import dev.parley.stack.process.ProcessMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The memory of the services, by name.
 *
 * @param heap bytes of live objects after a full collection
 * @param resident bytes of the process; 0 if the system does not say
 */
public record Memory(Map<String, Long> heap, Map<String, Long> resident) {

  /**
   * How much more a service may hold after a run, whatever its length. Its caches and pools fill up
   * once; {@code parley.recent.max-bytes} alone is 16 MiB.
   */
  private static final long MOST_HEAP_GROWTH = 32L * 1024 * 1024;

  /** The heap may have grown for a peak, and a JVM does not give memory back. */
  private static final long MOST_RESIDENT_GROWTH = 192L * 1024 * 1024;

  private static final double BYTES_IN_MEGABYTE = 1024.0 * 1024;

  public Memory {
    heap = new LinkedHashMap<>(heap);
    resident = new LinkedHashMap<>(resident);
  }

  public static Memory of(List<ServiceProcess> services) {
    Map<String, Long> heap = new LinkedHashMap<>();
    Map<String, Long> resident = new LinkedHashMap<>();
    for (ServiceProcess service : services) {
      heap.put(service.name(), liveBytes(service.pid()));
      resident.put(service.name(), ProcessMemory.resident(service.pid()));
    }
    return new Memory(heap, resident);
  }

  /**
   * The last line of a class histogram, which runs a full collection first: {@code Total <objects>
   * <bytes>}.
   */
  private static long liveBytes(long pid) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return output
          .lines()
          .filter(line -> line.startsWith("Total"))
          .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
          .findFirst()
          .orElseThrow(
              () ->
                  new StackException(
                      String.format(Locale.ROOT, "jcmd says nothing about %d: %s", pid, output)));
    } catch (IOException e) {
      throw new StackException("jcmd does not run: " + e.getMessage(), e);
    }
  }

  /** Finds the services that hold too much more than before. */
  public List<Finding> since(Memory before) {
    List<Finding> findings = new ArrayList<>();
    heap.forEach(
        (name, now) -> check(findings, name, "heap", before.heap.get(name), now, MOST_HEAP_GROWTH));
    resident.forEach(
        (name, now) ->
            check(findings, name, "memory", before.resident.get(name), now, MOST_RESIDENT_GROWTH));
    return findings;
  }

  private static void check(
      List<Finding> findings, String name, String what, long before, long now, long most) {
    if (now - before > most) {
      findings.add(
          new Finding(
              "memory",
              "the %s of %s grew from %s to %s; %s more are allowed"
                  .formatted(what, name, megabytes(before), megabytes(now), megabytes(most)),
              List.of()));
    }
  }

  public static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / BYTES_IN_MEGABYTE);
  }

  /** {@code gateway-1 heap 31.0 MiB, 190.2 MiB resident}. */
  public List<String> lines() {
    return heap.keySet().stream()
        .map(
            name ->
                "%s heap %s, %s resident"
                    .formatted(name, megabytes(heap.get(name)), megabytes(resident.get(name))))
        .toList();
  }
}
