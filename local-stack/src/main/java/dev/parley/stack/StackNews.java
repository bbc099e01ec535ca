package dev.parley.stack;

import dev.parley.stack.process.ProcessEvent;
import java.time.Duration;
import java.util.Locale;

/** What the user reads about a part that died. */
final class StackNews {

  private StackNews() {}

  /** Empty if there is nothing to say. */
  static String of(ProcessEvent event) {
    return switch (event) {
      case ProcessEvent.Launched launched -> "";
      case ProcessEvent.Busy busy ->
          String.format(Locale.ROOT, "  %-10s %s", busy.process().name(), busy.work());
      case ProcessEvent.Died died ->
          String.format(
              Locale.ROOT,
              "%s ended by itself (exit code %d) and starts again in %s (attempt %d of %d). %s",
              died.process().name(),
              died.exitCode(),
              seconds(died.restartsAfter()),
              died.attempt(),
              died.attempts(),
              died.process().describeLog());
      case ProcessEvent.GaveUp gaveUp ->
          String.format(
              Locale.ROOT,
              "%s keeps ending by itself (exit code %d) and is not started again: read its log, then stop Parley with Ctrl-C and start it again. %s",
              gaveUp.process().name(),
              gaveUp.exitCode(),
              gaveUp.process().describeLog());
    };
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
