package dev.parley.bench.client;

import dev.parley.stack.run.Pause;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Many clients of one server. The crowd keeps the first failure of any client, which voids the
 * measurement. Unless they say otherwise, call public methods from any thread except the event
 * loop's.
 */
public final class Crowd implements AutoCloseable {

  private static final Duration CLOSE_TIME = Duration.ofSeconds(1);
  private static final int HANDSHAKES_AT_ONCE = 64;

  private final ClientLoop loop;
  private final Door door;
  private final RosterWatch rosterWatch;
  private final List<Client> clients = new ArrayList<>();
  private final ChatReader firstDialect = new ChatReader();
  private final ChatReader secondDialect = new ChatReader();
  private Latencies latencies;
  private int wanted;
  private int greeted;
  private volatile String failure;
  private boolean closing;

  private Crowd(ClientLoop loop, Door door, RosterWatch rosterWatch) {
    this.loop = loop;
    this.door = door;
    this.rosterWatch = rosterWatch;
  }

  public static Crowd empty(ClientLoop loop, Door door) {
    return new Crowd(loop, door, new RosterWatch(0));
  }

  /** A crowd whose clients check whether they see this many users online. */
  public static Crowd watching(ClientLoop loop, Door door, int users) {
    return new Crowd(loop, door, new RosterWatch(users));
  }

  /**
   * Opens connections, {@value #HANDSHAKES_AT_ONCE} at a time, and returns when the server has
   * greeted all of them.
   */
  public void grow(int count, Duration limit) {
    loop.run(
        () -> {
          wanted = clients.size() + count;
          openMore();
        });
    await(() -> loop.call(() -> greeted >= wanted), limit, "not every client was greeted");
  }

  private void openMore() {
    while (clients.size() < wanted && clients.size() - greeted < HANDSHAKES_AT_ONCE) {
      openOne();
    }
  }

  /** Opens a connection without waiting for it. Call it on the event loop. */
  public void openOne() {
    int number = clients.size();
    Client client = new Client(number, door.dialect(number), this);
    clients.add(client);
    loop.connect(
        door.address(number), client, () -> fail("the server did not accept a connection"));
  }

  ByteBuf handshake(Client client) {
    var address = door.address(client.number());
    return Handshake.request(
        address.getHostString() + ":" + address.getPort(),
        door.token(client.number()),
        client.dialect());
  }

  /** A handshake is complete. The floor sends no greeting. */
  void opened() {
    if (!door.isParley()) {
      greeted();
    }
  }

  void greeted() {
    greeted++;
    openMore();
  }

  public RosterWatch rosterWatch() {
    return rosterWatch;
  }

  public boolean isOfParley() {
    return door.isParley();
  }

  /** Frames of the two protocols may have different shapes. */
  ChatReader chatReader(Dialect dialect) {
    return dialect == Dialect.SECOND ? secondDialect : firstDialect;
  }

  boolean takesTimes() {
    return latencies != null;
  }

  Latencies latencies() {
    return latencies;
  }

  /** From now on, takes the time of every message. */
  public void takeTimes(Stopwatch stopwatch) {
    loop.run(() -> latencies = stopwatch);
  }

  public void takeNoTimes() {
    loop.run(() -> latencies = null);
  }

  void fail(String reason) {
    if (failure == null && !closing) {
      failure = reason;
    }
  }

  public void requireSound() {
    if (failure != null) {
      throw new VoidedException(failure);
    }
  }

  /** Waits for a condition. Fails if a client fails or the time is up. */
  public void await(BooleanSupplier condition, Duration limit, String otherwise) {
    await(condition, limit, () -> otherwise);
  }

  /**
   * The same.
   *
   * @param otherwise says what is wrong if the time is up
   */
  public void await(BooleanSupplier condition, Duration limit, Supplier<String> otherwise) {
    boolean came = Pause.until(() -> failure != null || condition.getAsBoolean(), limit);
    requireSound();
    if (!came) {
      throw new VoidedException(otherwise.get());
    }
  }

  public ClientLoop loop() {
    return loop;
  }

  /** All clients, by number. */
  public List<Client> clients() {
    return clients;
  }

  public void startCounting() {
    loop.run(() -> clients.forEach(Client::startCounting));
  }

  /** The number of messages that all clients together got since {@link #startCounting()}. */
  public long received() {
    return loop.call(() -> clients.stream().mapToLong(Client::received).sum());
  }

  /** The number of frames of any kind that each client got, the smallest first. */
  public long[] textFrames() {
    return loop.call(() -> clients.stream().mapToLong(Client::textFrames).sorted().toArray());
  }

  /** Closes all connections. */
  @Override
  public void close() {
    loop.run(
        () -> {
          closing = true;
          wanted = 0;
          clients.forEach(Client::close);
        });
    Pause.of(CLOSE_TIME);
  }
}
