package dev.parley.stack;

import dev.parley.stack.process.SupervisedProcess;
import java.nio.file.Path;

/**
 * One process of the stack, as a fault test or a tool sees it. The stack restarts a part that dies
 * by itself; one that {@link #kill()} ended stays down until {@link #restart()}.
 */
public interface StackPart {

  SupervisedProcess process();

  /** As in stack.json and the name of its log: {@code "gateway-1"}. */
  default String name() {
    return process().name();
  }

  /** Of the running process, or of the last one. */
  default long pid() {
    return process().pid();
  }

  default Path log() {
    return process().log();
  }

  default boolean isRunning() {
    return process().isRunning();
  }

  /** SIGKILL, and waits for the end. */
  default void kill() {
    process().kill();
  }

  /** SIGSTOP: it keeps its connections and answers nothing. */
  default void pause() {
    process().pause();
  }

  /** SIGCONT. */
  default void resume() {
    process().resume();
  }

  /** Stops it if it runs, starts it again on the same port, and waits until it is ready. */
  default void restart() {
    process().restart();
  }
}
