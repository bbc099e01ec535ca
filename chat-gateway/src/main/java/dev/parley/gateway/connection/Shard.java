package dev.parley.gateway.connection;

import dev.parley.gateway.frame.EncodedFrame;
import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The connections of one event loop. Frames for them wait in one queue; each run of the loop writes
 * up to {@value #FRAMES_PER_RUN} of them and flushes each channel once, which is what makes fan-out
 * cheap.
 *
 * <p>At {@value #MAX_QUEUED} waiting frames the loop cannot keep up: every connection of the shard
 * is closed with 4008, which makes what waits free to drop; its clients come back and resume.
 */
final class Shard {

  static final int FRAMES_PER_RUN = 64;
  static final int MAX_QUEUED = 65_536;

  private final EventLoop loop;
  private final Set<Connection> connections = new HashSet<>();
  private final Set<Outbound> unflushed = new LinkedHashSet<>();
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  Shard(EventLoop loop) {
    this.loop = loop;
  }

  /** Calls {@code sweep} once a second for each connection, on the event loop. */
  void sweepEverySecond(Sweep sweep) {
    loop.scheduleAtFixedRate(
        () -> connections.forEach(connection -> sweep.check(connection, System.nanoTime())),
        1,
        1,
        TimeUnit.SECONDS);
  }

  /** What is checked of each connection once a second. */
  @FunctionalInterface
  interface Sweep {
    void check(Connection connection, long nowNanos);
  }

  void add(Connection connection) {
    execute(() -> connections.add(connection));
  }

  void remove(Connection connection) {
    execute(() -> connections.remove(connection));
  }

  void send(Outbound outbound, EncodedFrame frame) {
    enqueue(() -> write(outbound, frame));
  }

  void deliver(Outbound outbound, Delivery delivery) {
    enqueue(() -> write(outbound, delivery));
  }

  /** To every connection that is here when its turn comes. */
  void deliverToAll(Delivery delivery) {
    enqueue(() -> connections.forEach(connection -> write(connection.outbound(), delivery)));
  }

  /** To every connection that is in the audience when its turn comes. */
  void broadcast(EncodedFrame frame, Predicate<Connection> audience) {
    enqueue(() -> writeToAll(frame, audience));
  }

  /** In turn with the frames. */
  void execute(Runnable task) {
    enqueue(task);
  }

  private void writeToAll(EncodedFrame frame, Predicate<Connection> audience) {
    for (Connection connection : connections) {
      if (audience.test(connection)) {
        write(connection.outbound(), frame);
      }
    }
  }

  private void write(Outbound outbound, EncodedFrame frame) {
    outbound.write(frame);
    unflushed.add(outbound);
  }

  private void write(Outbound outbound, Delivery delivery) {
    outbound.write(delivery);
    unflushed.add(outbound);
  }

  private void enqueue(Runnable task) {
    queue.add(task);
    queued.incrementAndGet();
    schedule();
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      loop.execute(this::run);
    }
  }

  private void run() {
    if (queued.get() >= MAX_QUEUED) {
      shed();
    }
    for (int i = 0; i < FRAMES_PER_RUN && runNext(); i++) {}
    unflushed.forEach(Outbound::flush);
    unflushed.clear();
    scheduled.set(false);
    if (!queue.isEmpty()) {
      schedule();
    }
  }

  private boolean runNext() {
    Runnable task = queue.poll();
    if (task == null) {
      return false;
    }
    queued.decrementAndGet();
    task.run();
    return true;
  }

  private void shed() {
    connections.forEach(connection -> connection.outbound().startClosing(Closing.TOO_SLOW));
  }
}
