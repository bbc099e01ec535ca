package dev.parley.bench.server;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the libraries in this process log to: the terminal is for the results. */
public final class RunLog {

  private static final Logger ROOT = Logger.getLogger("");
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private RunLog() {}

  /** Into {@code bench.log} of the folder. */
  public static void writeTo(RunFolder folder) {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    try {
      String file = folder.path().resolve("bench.log").toString().replace("%", "%%");
      FileHandler handler = new FileHandler(file, MOST_BYTES, 1, true);
      handler.setFormatter(new SimpleFormatter());
      ROOT.addHandler(handler);
    } catch (IOException e) {
      throw new StackException("The log of the run cannot be written: " + e.getMessage(), e);
    }
  }
}
