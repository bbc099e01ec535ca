package dev.parley.fuzz.check;

import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the services have logged since this object was made. */
public final class Logs {

  private static final Pattern TROUBLE = Pattern.compile("\\bERROR\\b|^\\s+at [\\w.$/]+\\(");
  private static final int MOST_LINES = 20;

  /**
   * An error that Vert.x logs if a client leaves at the very moment of its upgrade. It is harmless,
   * contains no address, and Vert.x asks no handler of ours first.
   */
  private static final Pattern LEFT_WHILE_UPGRADED =
      Pattern.compile(
          "^[^\\n]*IllegalStateException: Result is already complete"
              + "(\\n\\tat [^\\n]*){1,3}createWebSocket[^\\n]*(\\n\\tat [^\\n]*)*",
          Pattern.MULTILINE);

  private final Map<ServiceProcess, Long> starts = new LinkedHashMap<>();

  public Logs(List<ServiceProcess> services) {
    services.forEach(service -> starts.put(service, (long) bytes(service.log()).length));
  }

  /** Finds errors, stack traces and these secrets. */
  public List<Finding> findings(Collection<String> secrets) {
    List<Finding> findings = new ArrayList<>();
    starts.forEach(
        (service, start) -> {
          String text = textAfter(service.log(), start);
          List<String> trouble = trouble(text);
          if (!trouble.isEmpty()) {
            findings.add(
                new Finding(
                    "log",
                    String.format(
                        Locale.ROOT,
                        "%s logged %d lines of errors",
                        service.name(),
                        trouble.size()),
                    trouble.stream().limit(MOST_LINES).toList()));
          }
          if (secrets.stream().anyMatch(text::contains)) {
            findings.add(
                new Finding("log", service.name() + " logged a token or a password", List.of()));
          }
        });
    return findings;
  }

  /** The lines of an error or a stack trace. */
  static List<String> trouble(String text) {
    return LEFT_WHILE_UPGRADED
        .matcher(text)
        .replaceAll("")
        .lines()
        .filter(line -> TROUBLE.matcher(line).find())
        .toList();
  }

  private static String textAfter(Path log, long start) {
    byte[] all = bytes(log);
    int from = (int) Math.min(start, all.length);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path log) {
    try {
      return Files.readAllBytes(log);
    } catch (IOException e) {
      throw new StackException("%s cannot be read: %s".formatted(log, e.getMessage()), e);
    }
  }
}
