package dev.parley.stack.command;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import dev.parley.stack.state.DataFolder;
import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends the logs of libraries to a file, because the terminal is for sentences to the user. */
final class StackLog {

  private static final Logger ROOT = Logger.getLogger("");
  private static final int MOST_BYTES = 1024 * 1024;

  private StackLog() {}

  static void silence() {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
  }

  /** Into {@code logs/stack.log} of the data folder; 1 MiB at most. */
  static void writeTo(DataFolder folder) {
    try {
      FileHandler handler =
          new FileHandler(folder.log("stack").toString().replace("%", "%%"), MOST_BYTES, 1, true);
      handler.setFormatter(new SimpleFormatter());
      ROOT.addHandler(handler);
    } catch (IOException e) {
      throw new StackException("Parley cannot write stack.log: %s.".formatted(IoReason.of(e)), e);
    }
  }
}
