package dev.parley.gateway.connection;

import dev.parley.gateway.frame.EncodedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The connections of one event loop. Everything for them waits in one queue. Each run of the loop
 * takes up to {@value #TURNS_PER_RUN} turns or {@value #BYTES_PER_RUN} bytes, writes consecutive
 * events to an audience as one {@link Burst}, and flushes each channel once. This makes fan-out
 * cheap.
 *
 * <p>At {@value #MAX_QUEUED} waiting turns the loop cannot keep up. The shard then closes all its
 * connections with 4008, so it can drop what waits, and the clients come back and resume. It does
 * the same if it finds no memory outside the heap for a message.
 */
final class Shard {

  private static final Logger LOG = Logger.getLogger(Shard.class);

  static final int TURNS_PER_RUN = 256;

  /** Of a connection at most; well below {@link ConnectionConfig#maxQueuedBytes}. */
  static final int BYTES_PER_RUN = 64 * 1024;

  static final int MAX_QUEUED = 65_536;

  /** For one frame to fewer connections a buffer that they share costs more than it saves. */
  private static final int FEW = 3;

  private final EventLoop loop;
  private final ConnectionMetrics metrics;
  private final Set<Connection> connections = new HashSet<>();
  private final List<Outbound> unflushed = new ArrayList<>();
  private final List<Audience> due = new ArrayList<>();
  private int bytesInRun;
  private long deliveries;
  private final Queue<Turn> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile long queuedBytes;

  /** What the queue holds. */
  private sealed interface Turn {
    record ToAudience(Audience audience, Delivery delivery) implements Turn {}

    record Task(Runnable task) implements Turn {}
  }

  Shard(EventLoop loop, ConnectionMetrics metrics) {
    this.loop = loop;
    this.metrics = metrics;
  }

  /**
   * Checks every connection once a second, on the event loop.
   *
   * @param sweep makes the check of a second
   */
  void sweepEverySecond(Supplier<Consumer<Connection>> sweep) {
    loop.scheduleAtFixedRate(() -> checkAll(sweep.get()), 1, 1, TimeUnit.SECONDS);
  }

  /** In one pass: of thousands of connections it is touching them that costs. */
  private void checkAll(Consumer<Connection> check) {
    long bytes = 0;
    for (Connection connection : connections) {
      Outbound outbound = connection.outbound();
      orCutOff(outbound, () -> check.accept(connection));
      bytes += outbound.queuedBytes();
    }
    queuedBytes = bytes;
  }

  /** Of the last sweep: what waited for the clients of this event loop. */
  long queuedBytes() {
    return queuedBytes;
  }

  /** How much waits for this event loop. */
  int queuedTurns() {
    return queued.get();
  }

  void closing(Closing reason) {
    metrics.closing(reason);
  }

  void add(Connection connection) {
    execute(() -> connections.add(connection));
  }

  /** It leaves every audience. */
  void remove(Connection connection) {
    execute(
        () -> {
          connections.remove(connection);
          connection.seats().forEach(audience -> audience.leave(connection));
        });
  }

  /** The connection gets what is delivered to the audience after this call. */
  void enter(Audience audience, Connection connection) {
    execute(
        () -> {
          if (connections.contains(connection)) {
            audience.enter(connection);
          }
        });
  }

  /** The connection gets what was delivered to the audience before this call. */
  void leave(Audience audience, Connection connection, Runnable left) {
    execute(
        () -> {
          if (audience.leave(connection)) {
            left.run();
          }
        });
  }

  void send(Outbound outbound, EncodedFrame frame) {
    execute(
        () -> {
          bytesInRun += frame.length();
          write(outbound, () -> outbound.write(frame));
        });
  }

  /** Sends to every connection that is in the audience when its turn comes. */
  void deliver(Audience audience, Delivery delivery) {
    enqueue(new Turn.ToAudience(audience, delivery));
  }

  /** To those in the audience that are chosen when their turn comes. */
  void send(Audience audience, EncodedFrame frame, Predicate<Connection> chosen) {
    execute(
        () -> {
          bytesInRun += frame.length();
          for (int i = 0; i < audience.size(); i++) {
            Connection connection = audience.get(i);
            if (chosen.test(connection)) {
              write(connection.outbound(), () -> connection.outbound().write(frame));
            }
          }
        });
  }

  /**
   * To every connection that is open and chosen when its turn comes: one that opens is told how
   * things stand, and what was told to everybody before is older.
   */
  void broadcast(EncodedFrame frame, Predicate<Connection> chosen) {
    execute(
        () -> {
          bytesInRun += frame.length();
          writeToAll(frame, chosen);
        });
  }

  private void writeToAll(EncodedFrame frame, Predicate<Connection> chosen) {
    ByteBuf bytes = frame.copyForSharing(PooledByteBufAllocator.DEFAULT);
    for (Connection connection : connections) {
      if (connection.outbound().isOpen() && chosen.test(connection)) {
        write(connection.outbound(), () -> connection.outbound().write(frame, bytes));
      }
    }
    bytes.release();
  }

  private void write(Outbound outbound, Runnable writing) {
    orCutOff(outbound, writing);
    flushLater(outbound);
  }

  /** A failure of one connection must not affect the others. */
  private static void orCutOff(Outbound outbound, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("A connection failed and was cut", e);
      outbound.cutOff();
    }
  }

  private void flushLater(Outbound outbound) {
    if (outbound.becomesUnflushed()) {
      unflushed.add(outbound);
    }
  }

  /** In turn with the frames. */
  void execute(Runnable task) {
    enqueue(new Turn.Task(task));
  }

  private void enqueue(Turn turn) {
    queue.add(turn);
    queued.incrementAndGet();
    schedule();
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      loop.execute(this::run);
    }
  }

  private void run() {
    try {
      runTurns();
    } catch (RuntimeException e) {
      LOG.error("A turn failed", e);
    } catch (OutOfMemoryError e) {
      LOG.error(
          "No memory for a message: connections that may lack it are closed and can resume", e);
      shed();
    } finally {
      scheduled.set(false);
      if (!queue.isEmpty()) {
        schedule();
      }
    }
  }

  private void runTurns() {
    bytesInRun = 0;
    if (queued.get() >= MAX_QUEUED) {
      shed();
    }
    for (int i = 0; i < TURNS_PER_RUN && bytesInRun < BYTES_PER_RUN && takeNext(); i++) {}
    writeBursts();
    unflushed.forEach(outbound -> orCutOff(outbound, outbound::flush));
    unflushed.clear();
    metrics.delivered(deliveries);
    deliveries = 0;
  }

  private boolean takeNext() {
    Turn turn = queue.poll();
    if (turn == null) {
      return false;
    }
    queued.decrementAndGet();
    switch (turn) {
      case Turn.ToAudience(Audience audience, Delivery delivery) -> gather(audience, delivery);
      case Turn.Task(Runnable task) -> {
        writeBursts();
        task.run();
      }
    }
    return true;
  }

  private void gather(Audience audience, Delivery delivery) {
    if (audience.gather(delivery)) {
      due.add(audience);
    }
    bytesInRun += delivery.frame().length();
  }

  private void writeBursts() {
    try {
      due.forEach(this::writeBurst);
    } finally {
      due.clear();
    }
  }

  private void writeBurst(Audience audience) {
    List<Delivery> burst = audience.takeBurst();
    int size = audience.size();
    deliveries += (long) burst.size() * size;
    if (burst.size() == 1 && size < FEW) {
      for (int i = 0; i < size; i++) {
        write(audience.get(i), burst);
      }
      return;
    }
    try (Burst joined = new Burst(burst, PooledByteBufAllocator.DEFAULT)) {
      for (int i = 0; i < size; i++) {
        Connection connection = audience.get(i);
        if (joined.suits(connection)) {
          write(connection.outbound(), () -> connection.outbound().writeEvents(joined));
        } else {
          write(connection, burst);
        }
      }
    }
  }

  private void write(Connection connection, List<Delivery> burst) {
    for (Delivery delivery : burst) {
      frameFor(connection, delivery)
          .ifPresent(
              frame -> write(connection.outbound(), () -> connection.outbound().write(frame)));
    }
  }

  private static Optional<EncodedFrame> frameFor(Connection connection, Delivery delivery) {
    return connection.speaks(Protocol.V2)
        ? Optional.of(delivery.frame())
        : delivery.firstProtocolFrame(connection.userId());
  }

  private void shed() {
    due.forEach(Audience::takeBurst);
    due.clear();
    for (Connection connection : connections) {
      orCutOff(connection.outbound(), () -> connection.outbound().startClosing(Closing.TOO_SLOW));
    }
  }
}
