package dev.parley.chaos.run;

import dev.parley.stack.StackException;
import dev.parley.stack.state.DataFolder;
import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the libraries in this process log to: the terminal is for the run. */
final class RunLog {

  private static final Logger ROOT = Logger.getLogger("");
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private RunLog() {}

  /** Into {@code logs/chaos.log} of the data folder. */
  static void writeTo(DataFolder folder) {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    try {
      FileHandler handler =
          new FileHandler(folder.log("chaos").toString().replace("%", "%%"), MOST_BYTES, 1, true);
      handler.setFormatter(new SimpleFormatter());
      ROOT.addHandler(handler);
    } catch (IOException e) {
      throw new StackException("The log of the run cannot be written: " + e.getMessage(), e);
    }
  }
}
