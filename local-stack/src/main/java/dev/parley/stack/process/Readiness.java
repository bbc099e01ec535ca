package dev.parley.stack.process;

/**
 * Whether the process with this pid does its work by now. Never throws, and answers within a
 * second.
 */
@FunctionalInterface
public interface Readiness {
  boolean isReady(long pid);
}
