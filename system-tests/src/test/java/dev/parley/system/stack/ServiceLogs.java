package dev.parley.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the services have written to their logs since this was made. */
public final class ServiceLogs {

  private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d{2}-\\d{2} )");

  /** Quarkus says so of what comes when everything is closed, and the last answer long given. */
  private static final String TOO_LATE_TO_MATTER = "[Error Occurred After Shutdown]";

  private static final Pattern TROUBLE = Pattern.compile("\\bERROR\\b|^\\s+at [\\w.$/]+\\(");

  private final Map<Path, Long> starts = new HashMap<>();

  public ServiceLogs(RunningStack stack) {
    stack.services().forEach(service -> starts.put(service.log(), size(service.log())));
  }

  /** The lines that tell of an error or belong to a stack trace. */
  public List<String> trouble() {
    return starts.entrySet().stream()
        .flatMap(start -> ENTRY.splitAsStream(textAfter(start.getKey(), start.getValue())))
        .filter(entry -> !entry.contains(TOO_LATE_TO_MATTER))
        .flatMap(String::lines)
        .filter(line -> TROUBLE.matcher(line).find())
        .toList();
  }

  public boolean contain(String text) {
    return starts.entrySet().stream()
        .anyMatch(start -> textAfter(start.getKey(), start.getValue()).contains(text));
  }

  private static String textAfter(Path log, long start) {
    try {
      byte[] all = Files.readAllBytes(log);
      int from = (int) Math.min(start, all.length);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path log) {
    try {
      return Files.size(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
