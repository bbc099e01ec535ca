package dev.parley.session;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Every warning and error that is logged from here on, in parts. */
final class LogRecorder extends Handler implements AutoCloseable {

  private final Collection<String> logged = new ConcurrentLinkedQueue<>();

  static LogRecorder start() {
    LogRecorder recorder = new LogRecorder();
    recorder.setLevel(Level.WARNING);
    Logger.getLogger("").addHandler(recorder);
    return recorder;
  }

  String all() {
    return String.join("\n", logged);
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      logged.add(
          "%s %s %s"
              .formatted(
                  entry.getMessage(), Arrays.toString(entry.getParameters()), entry.getThrown()));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
