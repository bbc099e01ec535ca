package dev.parley.gateway.resume;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Does things for a connection one after the other, and nothing before the connection begins. A
 * connection for which nothing is to be done costs nothing here. Beyond {@value #MAX_WAITING}
 * waiting jobs the connection is closed, and the client comes back. Thread-safe.
 *
 * @param <C> what a connection is
 */
final class JobQueues<C> {

  static final int MAX_WAITING = 1_000;

  private static final Logger LOG = Logger.getLogger(JobQueues.class);

  private final Map<C, Jobs> queues = new ConcurrentHashMap<>();
  private final Consumer<C> close;

  /**
   * @param close closes a connection that cannot be kept up to date
   */
  JobQueues(Consumer<C> close) {
    this.close = close;
  }

  /**
   * Something to do for a connection. It is told whether it had to wait: then what it is for may
   * have been done by another job.
   */
  interface Job extends Function<Boolean, Uni<Void>> {}

  private record Waiting(Job job, boolean waited) {}

  /** Guarded by the map's own locks. */
  private static final class Jobs {
    private final Deque<Waiting> waiting = new ArrayDeque<>(1);
    private boolean held;
    private boolean running;
  }

  /** The connection has opened: what is to be done for it waits. */
  void hold(C connection) {
    Jobs jobs = new Jobs();
    jobs.held = true;
    queues.put(connection, jobs);
  }

  /** This is the first job of the connection; those that wait follow. */
  void begin(C connection, Job job) {
    queues.compute(
        connection,
        (any, known) -> {
          Jobs jobs = known == null ? new Jobs() : known;
          jobs.held = false;
          jobs.waiting.addFirst(new Waiting(job, false));
          return jobs;
        });
    run(connection);
  }

  void add(C connection, Job job) {
    Jobs added =
        queues.compute(
            connection,
            (any, known) -> {
              Jobs jobs = known == null ? new Jobs() : known;
              jobs.waiting.add(new Waiting(job, known != null));
              return jobs;
            });
    if (added.waiting.size() > MAX_WAITING) {
      close.accept(connection);
      forget(connection);
    } else {
      run(connection);
    }
  }

  /** The connection has closed. */
  void forget(C connection) {
    queues.remove(connection);
  }

  private void run(C connection) {
    Optional<Waiting> next = next(connection);
    while (next.isPresent()) {
      Running running = new Running(connection);
      Waiting waiting = next.get();
      Uni.createFrom()
          .deferred(() -> waiting.job().apply(waiting.waited()))
          .subscribe()
          .with(done -> running.ended(), running::failed);
      next = running.isOver() ? next(connection) : Optional.empty();
    }
  }

  private Optional<Waiting> next(C connection) {
    Waiting[] next = new Waiting[1];
    queues.computeIfPresent(
        connection,
        (any, jobs) -> {
          if (jobs.held || jobs.running) {
            return jobs;
          }
          next[0] = jobs.waiting.poll();
          jobs.running = next[0] != null;
          return jobs.running ? jobs : null;
        });
    return Optional.ofNullable(next[0]);
  }

  /** A job that ends at once is followed by a loop, any other by a call: no stack grows. */
  private final class Running {
    private final C connection;
    private boolean over;
    private boolean waitedFor;

    Running(C connection) {
      this.connection = connection;
    }

    void failed(Throwable failure) {
      LOG.warnf("%s could not be kept up to date: %s", connection, failure.getMessage());
      close.accept(connection);
      ended();
    }

    void ended() {
      queues.computeIfPresent(
          connection,
          (any, jobs) -> {
            jobs.running = false;
            return jobs;
          });
      if (isLate()) {
        run(connection);
      }
    }

    private synchronized boolean isLate() {
      over = true;
      return waitedFor;
    }

    synchronized boolean isOver() {
      waitedFor = !over;
      return over;
    }
  }
}
