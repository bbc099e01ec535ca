package dev.parley.stack.postgres;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One run of a program of PostgreSQL that ends by itself. */
final class PostgresProgram {

  private static final int SUCCESS = 0;

  /** Single-user mode reports success even if a statement failed. */
  private static final String FAILED_STATEMENT = "ERROR:";

  private PostgresProgram() {}

  /** Fails, with what the program said, if it does not end well. */
  static void run(List<String> command, String input) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (OutputStream stream = process.getOutputStream()) {
        stream.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != SUCCESS || said.contains(FAILED_STATEMENT)) {
        throw failure(said);
      }
    } catch (IOException e) {
      throw failure(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while PostgreSQL was set up", e);
    }
  }

  private static StackException failure(String said) {
    return new StackException(
        said.contains("unshare")
            ? "PostgreSQL does not run as root, and this machine allows no user namespaces (unshare -U): run ./parley as an ordinary user."
            : "PostgreSQL could not be set up:%n%s"
                .formatted(said.strip().indent(4).stripTrailing()));
  }
}
