package dev.parley.stack;

import dev.parley.stack.process.SupervisedProcess;
import java.nio.file.Path;

/**
 * One process of the stack, as a fault test or a tool sees it. If a part dies by itself, the stack
 * restarts it. After {@link #kill()} it stays down until {@link #restart()}.
 */
public interface StackPart {

  SupervisedProcess process();

  /** The name in stack.json and of its log: {@code "gateway-1"}. */
  default String name() {
    return process().name();
  }

  /** The pid of the running process, or of the last one. */
  default long pid() {
    return process().pid();
  }

  default Path log() {
    return process().log();
  }

  default boolean isRunning() {
    return process().isRunning();
  }

  /** Sends SIGKILL, and waits for the end. */
  default void kill() {
    process().kill();
  }

  /** Sends SIGSTOP. The part keeps its connections and answers nothing. */
  default void pause() {
    process().pause();
  }

  /** Sends SIGCONT. */
  default void resume() {
    process().resume();
  }

  /** Stops it if it runs, starts it on the same port, and waits until it is ready. */
  default void restart() {
    process().restart();
  }
}
