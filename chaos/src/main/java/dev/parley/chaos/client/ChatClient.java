package dev.parley.chaos.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Protocol;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One device of a user: it logs in, stays connected for as long as it is wanted, and writes down
 * what it sees. Thread-safe.
 */
public final class ChatClient implements Socket.Events {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(8);
  private static final Duration LOGIN_RETRY = Duration.ofMillis(700);

  /** Stands for what the server must never send. */
  private static final String NO_JSON = "(no JSON)";

  private static final int SESSION_NOT_VALID = 4001;

  private final String name;
  private final Account account;
  private final Surroundings surroundings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Journal journal;
  private final Dialect dialect;
  private final Backoff backoff;
  private final Set<Integer> endRequested = new HashSet<>();
  private boolean wanted = true;
  private boolean probed;
  private volatile boolean usable;
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private int opened;
  private volatile Login login;
  private Socket socket;

  public ChatClient(
      String name, Account account, Protocol protocol, Surroundings surroundings, Random random) {
    this.name = name;
    this.account = account;
    this.surroundings = surroundings;
    this.journal = new Journal(name, account, protocol);
    this.backoff = new Backoff(new Random(random.nextLong()));
    this.dialect =
        switch (protocol) {
          case FIRST -> new FirstDialect(surroundings, journal);
          case SECOND -> new SecondDialect(surroundings, journal, lock);
        };
  }

  public String name() {
    return name;
  }

  public Account account() {
    return account;
  }

  public ClientLog log() {
    return journal.log();
  }

  /** Logs in, again and again until it succeeds, and connects. */
  public void start() {
    surroundings.blocking().execute(this::logIn);
  }

  private void logIn() {
    try {
      connectAs(surroundings.requests().login(account, logins.incrementAndGet()));
    } catch (UncheckedIOException e) {
      surroundings.later(LOGIN_RETRY, this::logIn);
    }
  }

  private void connectAs(Login fresh) {
    locked(
        () -> {
          login = fresh;
          probed = false;
          connect();
        });
  }

  private void connect() {
    if (!wanted || socket != null) {
      return;
    }
    Socket next = new Socket(connections.incrementAndGet(), login, this);
    socket = next;
    WebSocket.Builder builder =
        surroundings.http().newWebSocketBuilder().connectTimeout(CONNECT_LIMIT);
    URI uri = dialect.prepare(builder, surroundings.sockets(), login);
    var unused =
        builder
            .buildAsync(uri, next)
            .whenComplete(
                (open, failure) -> {
                  if (failure != null) {
                    next.abort(Socket.ABNORMAL);
                  }
                });
  }

  @Override
  public void opened(Socket from) {
    locked(
        () -> {
          if (from == socket) {
            opened = from.connection();
            journal.add(new ClientEvent.Opened(now(), from.connection(), from.login().number()));
            dialect.opened(from);
          }
        });
  }

  @Override
  public void received(Socket from, String text) {
    long at = now();
    locked(
        () -> {
          if (from == socket) {
            usable = true;
            backoff.reset();
            receive(from, text, at);
          }
        });
  }

  private void receive(Socket from, String text, long at) {
    try {
      dialect.received(from, surroundings.json().readTree(text), at);
    } catch (JsonProcessingException e) {
      journal.add(new ClientEvent.Refused(at, from.connection(), "", NO_JSON));
    }
  }

  @Override
  public void closed(Socket from, int code) {
    locked(
        () -> {
          if (from == socket) {
            socket = null;
            usable = false;
            if (opened == from.connection()) {
              journal.add(new ClientEvent.Closed(now(), from.connection(), code));
            }
            dialect.closed();
            goOn(from.login(), code);
          }
        });
  }

  /** After the end of its session, a client tries its old token once more: it must not open. */
  private void goOn(Login former, int code) {
    boolean mayProbe = endRequested.contains(former.number()) && !probed;
    if (code == SESSION_NOT_VALID && !mayProbe) {
      surroundings.blocking().execute(this::logIn);
      return;
    }
    probed = probed || code == SESSION_NOT_VALID;
    surroundings.later(backoff.next(), () -> locked(this::connect));
  }

  /**
   * @param content unique in the run
   * @param recipient empty for everybody
   */
  public void say(String content, String recipient) {
    locked(() -> dialect.send(socket, ShownMessages.once(content), recipient));
  }

  public void type(String recipient) {
    ObjectNode frame = surroundings.json().createObjectNode();
    frame.put("type", "typing").put("is_typing", true);
    if (!recipient.isEmpty()) {
      frame.put("recipient", recipient);
    }
    locked(
        () -> {
          if (usable) {
            socket.send(frame.toString());
          }
        });
  }

  public void tick() {
    locked(() -> dialect.tick(socket));
  }

  /** Breaks the connection, as a lost network does; it comes back by itself. */
  public void drop() {
    locked(this::letGo);
  }

  private void letGo() {
    if (socket != null) {
      socket.abort(Socket.OWN_DROP);
    }
  }

  /** Its person closes it. */
  public void goAway() {
    locked(
        () -> {
          wanted = false;
          journal.add(new ClientEvent.WentAway(now(), connections.get()));
          letGo();
        });
  }

  public void comeBack() {
    locked(
        () -> {
          wanted = true;
          journal.add(new ClientEvent.CameBack(now(), connections.get()));
          connect();
        });
  }

  /** Asks for the end of this client's session, by itself or from another device of the user. */
  public void endSession(Optional<ChatClient> from) {
    locked(
        () -> {
          if (usable && from.map(ChatClient::isUsable).orElse(true)) {
            Login ending = login;
            String token = from.map(other -> other.token()).orElse("");
            endRequested.add(ending.number());
            journal.add(new ClientEvent.EndRequested(now(), connections.get(), ending.number()));
            surroundings
                .blocking()
                .execute(new SessionEnd(surroundings, journal, connections.get(), ending, token));
          }
        });
  }

  private String token() {
    return login.token();
  }

  /** Whether it is connected, and was greeted. */
  public boolean isUsable() {
    return usable;
  }

  public Set<String> shownOnline() {
    lock.lock();
    try {
      return Set.copyOf(dialect.shownOnline());
    } finally {
      lock.unlock();
    }
  }

  public int unacknowledged() {
    lock.lock();
    try {
      return dialect.unacknowledged();
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return surroundings.clock().now();
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
