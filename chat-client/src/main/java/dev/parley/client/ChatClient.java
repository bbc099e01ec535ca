package dev.parley.client;

import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.Command;
import dev.parley.client.frame.FrameReader;
import dev.parley.client.frame.ServerFrame;
import dev.parley.client.http.Session;
import dev.parley.client.socket.ChatSocket;
import dev.parley.client.socket.ClosedSocket;
import dev.parley.client.socket.Handshake;
import dev.parley.client.socket.SocketListener;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One device of a user: from {@link #connectAs} to {@link #disconnect} it stays connected. After
 * every end of its connection it waits a random time, connects again and resumes, so that its
 * {@link ChatListener} is shown every event. Thread-safe.
 */
public final class ChatClient implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(200);

  /** Origin not allowed, session not valid, too many sockets of the user. */
  private static final Set<Integer> FINAL_CODES = Set.of(1008, 4001, 4011);

  private final ClientThreads threads;
  private final ClientOptions options;
  private final Supplier<URI> addresses;
  private final ChatListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final OnlineUsers online = new OnlineUsers();
  private final Outbox outbox;
  private final Dialect dialect;
  private final Backoff backoff;
  private final ScheduledFuture<?> ticking;
  private int connections;
  private int opened;
  private volatile boolean greeted;
  private boolean wanted;
  private Session session;
  private Connection connection;

  /**
   * @param addresses where to connect next; asked before every attempt
   */
  public ChatClient(
      ClientThreads threads,
      ClientOptions options,
      Supplier<URI> addresses,
      ChatListener listener) {
    this.threads = threads;
    this.options = options;
    this.addresses = addresses;
    this.listener = listener;
    this.backoff = new Backoff(options);
    this.outbox = new Outbox(threads, options.mostUnacknowledged());
    this.dialect =
        switch (options.protocol()) {
          case FIRST -> new FirstDialect(listener, online);
          case SECOND ->
              new SecondDialect(
                  outbox, online, new Timelines(this, threads, listener), this::write);
        };
    this.ticking =
        threads
            .timer()
            .scheduleWithFixedDelay(
                this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Connects with this session, now and after every loss. */
  public void connectAs(Session fresh) {
    exclusively(
        () -> {
          session = fresh;
          wanted = true;
          connect();
        });
  }

  /** The same after {@link #disconnect}. */
  public void reconnect() {
    exclusively(
        () -> {
          wanted = true;
          connect();
        });
  }

  private void connect() {
    if (!wanted || connection != null) {
      return;
    }
    ChatSocket socket = new ChatSocket(new Incoming());
    connection = new Connection(++connections, session, socket);
    Handshake handshake = Handshake.to(addresses.get()).within(options.connectWithin());
    var unused = dialect.prepare(handshake, session.token()).open(threads.http(), socket);
  }

  private final class Incoming implements SocketListener {

    @Override
    public void opened(ChatSocket from) {
      ifCurrent(from, ChatClient.this::begin);
    }

    @Override
    public void received(ChatSocket from, String text) {
      long nanos = System.nanoTime();
      ServerFrame frame = FrameReader.read(text);
      ifCurrent(from, () -> receive(frame, nanos));
    }

    @Override
    public void receivedBinary(ChatSocket from, int bytes) {
      received(from, "a binary message of " + bytes + " bytes");
    }

    @Override
    public void closed(ChatSocket from, ClosedSocket how) {
      ifCurrent(from, () -> end(how));
    }

    private void ifCurrent(ChatSocket from, Runnable action) {
      exclusively(
          () -> {
            if (connection != null && connection.socket() == from) {
              action.run();
            }
          });
    }
  }

  private void begin() {
    opened = connection.number();
    listener.opened(opened, connection.session());
    dialect.opened(connection);
  }

  private void receive(ServerFrame frame, long nanos) {
    backoff.reset();
    listener.received(connection.number(), nanos, frame);
    greeted = true;
    dialect.received(connection, frame, nanos);
  }

  private void end(ClosedSocket how) {
    Connection ended = connection;
    connection = null;
    greeted = false;
    dialect.closed();
    online.clear();
    if (isFinal(how.code())) {
      wanted = false;
    } else {
      connectLater();
    }
    if (opened == ended.number()) {
      listener.closed(opened, how);
    }
  }

  /** Whether a client that is closed with this code does not come back by itself. */
  public static boolean isFinal(int code) {
    return FINAL_CODES.contains(code);
  }

  private void connectLater() {
    threads.later(backoff.next(), () -> exclusively(this::connect));
  }

  /** Tries again although it was told not to, after a pause. */
  public void insist() {
    exclusively(
        () -> {
          wanted = true;
          connectLater();
        });
  }

  private void tick() {
    exclusively(
        () -> {
          if (connection != null && opened == connection.number()) {
            dialect.tick(connection, greeted);
          }
        });
  }

  /**
   * Second protocol: sends a command, now and again until it is answered, in the order of the
   * calls.
   *
   * @return the {@code ack}, however long that takes; or a {@link CommandRefusedException}
   */
  public CompletableFuture<ServerFrame.Ack> send(Command command) {
    return ask(
        () -> {
          CompletableFuture<ServerFrame.Ack> receipt = outbox.add(command);
          if (greeted) {
            outbox.sendDue(this::write);
          }
          return receipt;
        });
  }

  /** Sends a frame at most once; false where the client is not connected. */
  public boolean sendOnce(ClientFrame frame) {
    return ask(() -> greeted && write(frame, false));
  }

  private boolean write(ClientFrame frame, boolean again) {
    long nanos = System.nanoTime();
    boolean queued = connection != null && connection.send(frame);
    if (queued) {
      listener.sent(connection.number(), nanos, frame, again);
    }
    return queued;
  }

  /** Breaks the connection, as a lost network does; it comes back by itself. */
  public void drop() {
    exclusively(
        () -> {
          if (connection != null) {
            connection.socket().drop(ClosedSocket.DROPPED);
          }
        });
  }

  /** Breaks the connection, and does not come back. */
  public void disconnect() {
    exclusively(
        () -> {
          wanted = false;
          drop();
        });
  }

  /** Whether it is connected, and has received something. */
  public boolean isGreeted() {
    return greeted;
  }

  /** How many connections it has begun. */
  public int connections() {
    return ask(() -> connections);
  }

  /** The usernames of those who are online. */
  public Set<String> online() {
    return ask(online::names);
  }

  /** How many commands still wait for their answer. */
  public int unanswered() {
    return ask(outbox::size);
  }

  /** Does this while nothing else happens to the client; it must not block. */
  public void exclusively(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** The same for something with a result. */
  public <T> T ask(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** For good; says goodbye. */
  @Override
  public void close() {
    ticking.cancel(false);
    exclusively(
        () -> {
          wanted = false;
          if (connection != null && opened == connection.number()) {
            connection.socket().close();
          } else {
            drop();
          }
        });
  }
}
