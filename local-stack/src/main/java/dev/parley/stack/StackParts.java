package dev.parley.stack;

import dev.parley.stack.edge.Edge;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.redis.LocalRedis;
import dev.parley.stack.state.FolderLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Everything that was started, and the order of stopping it: dependent parts first. Everything also
 * stops when the virtual machine ends, which is the effect of Ctrl-C and SIGTERM.
 */
final class StackParts implements AutoCloseable {

  private static final Duration SERVICE_STOP_LIMIT = Duration.ofSeconds(20);

  private final Consumer<String> progress;
  private final Thread onExit = new Thread(this::end, "stop-parley");
  private volatile Edge edge;
  private volatile ReadinessWatch watch;
  private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
  private volatile LocalRedis redis;
  private volatile LocalPostgres postgres;
  private volatile StateKeeper state;
  private volatile FolderLock lock;
  private volatile boolean ending;
  private boolean closed;

  StackParts(Consumer<String> progress) {
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  synchronized void add(FolderLock taken) {
    lock = orClosed(taken, taken::close);
  }

  synchronized void add(StateKeeper keeper) {
    state = orClosed(keeper, keeper::delete);
  }

  synchronized void add(ReadinessWatch begun) {
    watch = orClosed(begun, begun::close);
  }

  synchronized void add(LocalRedis started) {
    redis = orClosed(started, started::close);
  }

  synchronized void add(LocalPostgres started) {
    postgres = orClosed(started, started::close);
  }

  synchronized void add(ServiceProcess planned) {
    services.add(orClosed(planned, () -> {}));
  }

  synchronized void add(Edge started) {
    edge = orClosed(started, started::close);
  }

  /** A part that is added after the stop must not keep running. */
  private <T> T orClosed(T part, Runnable close) {
    if (closed) {
      close.run();
      throw new StackException("Parley was stopped while it was starting.");
    }
    return part;
  }

  LocalRedis redis() {
    return redis;
  }

  LocalPostgres postgres() {
    return postgres;
  }

  /** The gateways by number. */
  List<ServiceProcess> services(ServiceKind kind) {
    return services.stream()
        .filter(service -> service.kind() == kind)
        .sorted(Comparator.comparingInt(ServiceProcess::number))
        .toList();
  }

  private void end() {
    ending = true;
    close();
  }

  /** Whether the virtual machine is ending. Failures that this causes interest nobody. */
  boolean isEnding() {
    return ending;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stopAll();
    forgetExit();
  }

  private void stopAll() {
    if (state != null) {
      progress.accept("Parley is stopping.");
      stopProcesses();
      state.delete();
      progress.accept("Parley has stopped. The data stays.");
    }
    if (lock != null) {
      lock.close();
    }
  }

  private void stopProcesses() {
    // The edge last: through it, the gateways tell their clients that they go.
    stop(services(ServiceKind.GATEWAY));
    closeIfStarted(edge);
    stop(services.stream().filter(service -> service.kind() != ServiceKind.GATEWAY).toList());
    watch.close();
    closeIfStarted(redis);
    closeIfStarted(postgres);
  }

  private static void stop(List<ServiceProcess> together) {
    List<Runnable> stops = new ArrayList<>();
    together.forEach(service -> stops.add(() -> service.process().stop(SERVICE_STOP_LIMIT)));
    Together.run(stops);
  }

  private static void closeIfStarted(Edge edge) {
    if (edge != null) {
      edge.close();
    }
  }

  private static void closeIfStarted(LocalRedis redis) {
    if (redis != null) {
      redis.close();
    }
  }

  private static void closeIfStarted(LocalPostgres postgres) {
    if (postgres != null) {
      postgres.close();
    }
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The virtual machine is ending: this is the hook.
      return;
    }
  }
}
