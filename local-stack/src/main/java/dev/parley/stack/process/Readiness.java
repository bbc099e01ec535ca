package dev.parley.stack.process;

import java.util.Optional;

/** Whether the process with this pid is ready. Never throws, and answers within a second. */
@FunctionalInterface
public interface Readiness {
  boolean isReady(long pid);

  /**
   * Long work that explains why the process was not ready when last asked. Empty if nothing
   * explains it.
   */
  default Optional<String> longWork() {
    return Optional.empty();
  }
}
