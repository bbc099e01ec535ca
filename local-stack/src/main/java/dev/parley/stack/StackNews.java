package dev.parley.stack;

import dev.parley.stack.process.ProcessEvent;
import java.time.Duration;

/** What the person at the keyboard reads about a part that died. */
final class StackNews {

  private StackNews() {}

  /** Empty where there is nothing to say. */
  static String of(ProcessEvent event) {
    return switch (event) {
      case ProcessEvent.Launched launched -> "";
      case ProcessEvent.Died died ->
          "%s ended by itself (exit code %d); it starts again in %s (%d of %d). %s"
              .formatted(
                  died.process().name(),
                  died.exitCode(),
                  seconds(died.restartsAfter()),
                  died.attempt(),
                  died.attempts(),
                  died.process().describeLog());
      case ProcessEvent.GaveUp gaveUp ->
          "%s ended by itself (exit code %d) once too often and stays down: see its log, then stop Parley with Ctrl-C and start it again. %s"
              .formatted(
                  gaveUp.process().name(), gaveUp.exitCode(), gaveUp.process().describeLog());
    };
  }

  static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
