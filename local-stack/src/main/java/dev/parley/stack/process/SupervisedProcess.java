package dev.parley.stack.process;

import dev.parley.stack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps a process running. After it was first ready, it is restarted whenever it dies, with a
 * growing delay and at most five times. Thread-safe. Events come on any thread, in the order in
 * which they happened.
 */
public final class SupervisedProcess {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration RESTART_LIMIT = Duration.ofSeconds(60);
  private static final int SHOWN_LOG_LINES = 12;

  private enum State {
    /** Never started. */
    PLANNED,
    /** It was stopped. */
    DOWN,
    /** If it dies, the start of the stack fails. */
    STARTING,
    /** If it dies, it is restarted. */
    KEPT_UP,
    GIVEN_UP
  }

  private final LaunchPlan plan;
  private final Readiness readiness;
  private final Consumer<ProcessEvent> events;
  private final RestartBackoff backoff = new RestartBackoff();
  private volatile State state = State.PLANNED;
  private volatile ChildProcess child;

  public SupervisedProcess(LaunchPlan plan, Readiness readiness, Consumer<ProcessEvent> events) {
    this.plan = plan;
    this.readiness = readiness;
    this.events = events;
  }

  /** Starts it, and does not wait. Fails if it was stopped before. */
  public synchronized void launch() {
    if (state != State.PLANNED) {
      throw new StackException(name() + " was stopped before it started.");
    }
    state = State.STARTING;
    launchChild();
  }

  private synchronized void launchChild() {
    child = ChildProcess.start(plan);
    child.onExit(this::ended);
    events.accept(new ProcessEvent.Launched(this));
  }

  /**
   * Fails with the end of its log if it ends first or is not ready within the limit. A process that
   * says why it is busy may take as long as it needs.
   */
  public void awaitReady(Duration limit) {
    StartLimit left = new StartLimit(limit);
    while (!isRunning() || !readiness.isReady(pid())) {
      readiness.longWork().filter(left::extend).ifPresent(this::tell);
      requireStillStarting(!left.isOver(), limit);
      pause(POLL);
    }
    keepUp();
  }

  private void tell(String work) {
    events.accept(new ProcessEvent.Busy(this, work));
  }

  private void requireStillStarting(boolean inTime, Duration limit) {
    if (hasEnded()) {
      throw new StackException(
          String.format(
              Locale.ROOT,
              "%s ended while it was starting (exit code %d). %s",
              name(),
              exitCode(),
              describeLog()));
    }
    if (!inTime) {
      throw new StackException(
          String.format(
              Locale.ROOT,
              "%s was not ready within %d s. %s",
              name(),
              limit.toSeconds(),
              describeLog()));
    }
  }

  private boolean hasEnded() {
    return state != State.KEPT_UP && !child.isAlive();
  }

  private int exitCode() {
    return child.exitCode();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while waiting", e);
    }
  }

  private synchronized void keepUp() {
    if (state == State.STARTING) {
      state = State.KEPT_UP;
    }
  }

  private synchronized void ended(ChildProcess dead) {
    if (state != State.KEPT_UP || dead != child) {
      return;
    }
    Optional<Duration> delay = backoff.afterDeath(dead.startedAt(), Instant.now());
    if (delay.isEmpty()) {
      state = State.GIVEN_UP;
      events.accept(new ProcessEvent.GaveUp(this, dead.exitCode()));
      return;
    }
    events.accept(
        new ProcessEvent.Died(
            this, dead.exitCode(), backoff.attempts(), RestartBackoff.ATTEMPTS, delay.get()));
    relaunchAfter(delay.get());
  }

  private void relaunchAfter(Duration delay) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
        .execute(this::relaunch);
  }

  private synchronized void relaunch() {
    if (state == State.KEPT_UP && !child.isAlive()) {
      launchChild();
    }
  }

  /** Stops it for good, in order within the limit, otherwise by force. */
  public void stop(Duration limit) {
    ChildProcess running = takeDown();
    if (running != null && running.isAlive()) {
      running.stop(plan.stopSignal(), limit);
    }
  }

  private synchronized ChildProcess takeDown() {
    state = State.DOWN;
    return child;
  }

  public void kill() {
    takeDown().kill();
  }

  public void pause() {
    child.signalAll(Signal.STOP);
  }

  public void resume() {
    child.signalAll(Signal.CONT);
  }

  public void restart() {
    stop(RESTART_LIMIT);
    synchronized (this) {
      state = State.KEPT_UP;
      launchChild();
    }
    awaitReady(RESTART_LIMIT);
  }

  public String name() {
    return plan.name();
  }

  public long pid() {
    return child.pid();
  }

  public Instant startedAt() {
    return child.startedAt();
  }

  public Path log() {
    return plan.log();
  }

  /** {@code The end of /…/gateway-1.log:} and some lines. */
  public String describeLog() {
    return "The end of %s:%n%s"
        .formatted(log(), new LogFile(log()).tail(SHOWN_LOG_LINES).stripTrailing());
  }

  public boolean isRunning() {
    ChildProcess current = child;
    return current != null && current.isAlive();
  }
}
