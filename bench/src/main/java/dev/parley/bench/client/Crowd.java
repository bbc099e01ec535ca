package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Many clients of one server. The first failure of any of them is kept, and voids what is measured
 * with it. Public methods may be called from any thread but the event loop's.
 */
public final class Crowd implements AutoCloseable {

  private static final Duration CLOSE_TIME = Duration.ofSeconds(1);
  private static final int HANDSHAKES_AT_ONCE = 64;

  private final ClientLoop loop;
  private final Door door;
  private final boolean watchesRoster;
  private final List<Client> clients = new ArrayList<>();
  private final ChatReader firstDialect = new ChatReader();
  private final ChatReader secondDialect = new ChatReader();
  private Latencies latencies;
  private int next;
  private int wanted;
  private int underWay;
  private volatile int arrived;
  private int expectedUsers;
  private int seeingEverybody;
  private volatile long everybodySeenAt;
  private volatile String failure;
  private boolean closing;

  private Crowd(ClientLoop loop, Door door, boolean watchesRoster) {
    this.loop = loop;
    this.door = door;
    this.watchesRoster = watchesRoster;
  }

  public static Crowd empty(ClientLoop loop, Door door) {
    return new Crowd(loop, door, false);
  }

  /** One whose clients look who is online. */
  public static Crowd watching(ClientLoop loop, Door door) {
    return new Crowd(loop, door, true);
  }

  /**
   * Opens connections, {@value #HANDSHAKES_AT_ONCE} at a time, and returns when all are greeted.
   */
  public Crowd grow(int count, Duration limit) {
    loop.run(
        () -> {
          wanted = clients.size() + count;
          openMore();
        });
    awaitArrival(limit);
    return this;
  }

  private void openMore() {
    while (underWay < HANDSHAKES_AT_ONCE && next < wanted) {
      openOne();
    }
  }

  private void openOne() {
    int number = next++;
    Client client = new Client(number, door.dialect(number), this, watchesRoster);
    clients.add(client);
    underWay++;
    loop.connect(door.address(number), client, () -> fail("a connection was not accepted"));
  }

  /** Opens one connection at each call; on the event loop. */
  public void openOneMore() {
    wanted++;
    openOne();
  }

  public void awaitArrival(Duration limit) {
    await(() -> arrived >= loop.call(() -> wanted), limit, "not every client was greeted");
  }

  ByteBuf handshake(Client client) {
    var address = door.address(client.number());
    return Handshake.request(
        address.getHostString() + ":" + address.getPort(),
        door.token(client.number()),
        client.dialect());
  }

  void opened(Client client) {
    if (!door.isParley()) {
      greeted(client);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  void greeted(Client client) {
    underWay--;
    arrived++;
    openMore();
  }

  /** A client sees everybody from now on, or no longer. */
  void rosterChanged(boolean seesEverybody) {
    seeingEverybody += seesEverybody ? 1 : -1;
    if (seeingEverybody == expectedUsers) {
      everybodySeenAt = System.nanoTime();
    }
  }

  int expectedUsers() {
    return expectedUsers;
  }

  /** How many users, from the first one on, every client shall see in the end. */
  public Crowd expecting(int users) {
    expectedUsers = users;
    return this;
  }

  /**
   * When the last client saw everybody, in nanoseconds of {@link System#nanoTime()}; 0 before that.
   */
  public long everybodySeenAt() {
    return everybodySeenAt;
  }

  boolean checksOrder() {
    return door.isParley();
  }

  public boolean isOfParley() {
    return door.isParley();
  }

  ChatReader chatReader(Dialect dialect) {
    return dialect == Dialect.SECOND ? secondDialect : firstDialect;
  }

  boolean takesTimes() {
    return latencies != null;
  }

  Latencies latencies() {
    return latencies;
  }

  /** Takes the time of every message from now on. */
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

  public ClientLoop loop() {
    return loop;
  }

  public List<Client> clients() {
    return clients;
  }

  /** Waits for a condition, and fails where a client did or the time is over. */
  public void await(BooleanSupplier condition, Duration limit, String otherwise) {
    boolean came = Pause.until(() -> failure != null || condition.getAsBoolean(), limit);
    requireSound();
    if (!came) {
      throw new VoidedException(otherwise);
    }
  }

  /** Messages that all clients got since {@link #startCounting()}. */
  public long received() {
    return loop.call(() -> clients.stream().mapToLong(Client::received).sum());
  }

  /** Frames of any kind a client got, from the fewest to the most. */
  public long[] textFrames() {
    return loop.call(() -> clients.stream().mapToLong(Client::textFrames).sorted().toArray());
  }

  public void startCounting() {
    loop.run(() -> clients.forEach(Client::startCounting));
  }

  /** Closes all connections. */
  @Override
  public void close() {
    loop.run(
        () -> {
          closing = true;
          wanted = next;
          clients.forEach(Client::close);
        });
    Pause.of(CLOSE_TIME);
  }
}
