package dev.parley.stack.process;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends a signal to another process with the {@code kill} command, because Java only has two. */
public enum Signal {
  TERM,
  INT,
  KILL,
  STOP,
  CONT;

  /** Whether there was such a process, and this user may signal it. */
  public boolean send(long pid) {
    try {
      return new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("There is no kill command", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while ending process " + pid, e);
    }
  }
}
