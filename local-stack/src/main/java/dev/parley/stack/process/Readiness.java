package dev.parley.stack.process;

import java.util.Optional;

/**
 * Whether the process with this pid does its work by now. Never throws, and answers within a
 * second.
 */
@FunctionalInterface
public interface Readiness {
  boolean isReady(long pid);

  /**
   * What keeps a process busy that was not ready when last asked, and may take long. Empty where
   * nothing explains the wait.
   */
  default Optional<String> longWork() {
    return Optional.empty();
  }
}
