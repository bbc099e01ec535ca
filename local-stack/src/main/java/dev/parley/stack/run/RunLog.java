package dev.parley.stack.run;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends the logs of this process's libraries to a file, because the terminal is for the run. */
public final class RunLog {

  private static final Logger ROOT = Logger.getLogger("");
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private RunLog() {}

  /** The folder of the file must exist. */
  public static void writeTo(Path file) {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    try {
      FileHandler handler =
          new FileHandler(file.toString().replace("%", "%%"), MOST_BYTES, 1, true);
      handler.setFormatter(new SimpleFormatter());
      ROOT.addHandler(handler);
    } catch (IOException e) {
      throw new StackException("The log of this run cannot be written: " + e.getMessage(), e);
    }
  }
}
