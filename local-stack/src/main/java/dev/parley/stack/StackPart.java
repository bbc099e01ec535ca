package dev.parley.stack;

import java.nio.file.Path;

/**
 * One process of the stack, as a fault test or a tool sees it. The stack restarts a part that dies
 * by itself; one that {@link #kill()} ended stays down until {@link #restart()}.
 */
public interface StackPart {

  /** As in stack.json and the name of its log: {@code "gateway-1"}. */
  String name();

  /** Of the running process, or of the last one. */
  long pid();

  Path log();

  boolean isRunning();

  /** SIGKILL, and waits for the end. */
  void kill();

  /** SIGSTOP: it keeps its connections and answers nothing. */
  void pause();

  /** SIGCONT. */
  void resume();

  /** Stops it if it runs, starts it again on the same port, and waits until it is ready. */
  void restart();
}
