package dev.parley.chaos.client;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.client.ChatClient;
import dev.parley.client.ClientOptions;
import dev.parley.client.Destination;
import dev.parley.client.Protocol;
import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.Command;
import dev.parley.client.frame.ServerFrame;
import dev.parley.client.http.RefusedException;
import dev.parley.client.http.Session;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One device of a user. It logs in, stays connected until somebody closes it, and records what it
 * sees. Thread-safe.
 */
public final class Device {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(8);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LOGIN_RETRY = Duration.ofMillis(700);
  private static final int MOST_UNACKNOWLEDGED = 40;

  private final String name;
  private final Account account;
  private final Protocol protocol;
  private final Surroundings surroundings;
  private final Journal journal;
  private final Witness witness;
  private final ChatClient client;
  private final Set<Integer> endRequested = new HashSet<>();
  private final Map<String, Login> logins = new HashMap<>();
  private boolean away;
  private boolean probed;
  private volatile Login login;

  public Device(
      String name, Account account, Protocol protocol, Surroundings surroundings, Random random) {
    this.name = name;
    this.account = account;
    this.protocol = protocol;
    this.surroundings = surroundings;
    this.journal = new Journal(name, account, protocol);
    this.witness = new Witness(this, protocol, surroundings, journal);
    this.client =
        new ChatClient(
            surroundings.threads(),
            new ClientOptions(
                protocol,
                CONNECT_LIMIT,
                FIRST_PAUSE,
                LONGEST_PAUSE,
                MOST_UNACKNOWLEDGED,
                new Random(random.nextLong())),
            () -> surroundings.parley().http().address(),
            witness);
  }

  public String name() {
    return name;
  }

  public Protocol protocol() {
    return protocol;
  }

  public Account account() {
    return account;
  }

  /** How many events its log has by now. */
  public int events() {
    return journal.size();
  }

  public ClientLog log() {
    return journal.log();
  }

  /** Tries to log in until it succeeds, then connects. */
  public void start() {
    surroundings.threads().blocking().execute(this::logIn);
  }

  private void logIn() {
    try {
      Session session = surroundings.parley().logIn(account.username(), account.password());
      long sessionId = session.me().sessionId();
      client.exclusively(() -> connectAs(session, sessionId));
    } catch (UncheckedIOException | RefusedException e) {
      surroundings.threads().later(LOGIN_RETRY, this::logIn);
    }
  }

  private void connectAs(Session session, long sessionId) {
    login = new Login(logins.size() + 1, session, sessionId);
    logins.put(session.token(), login);
    probed = false;
    if (!away) {
      client.connectAs(session);
    }
  }

  /**
   * The server ended the session. The client tries its old token once more, which must not open a
   * socket.
   */
  void rejected(Login former, boolean sessionIsOver) {
    boolean mayProbe = endRequested.contains(former.number()) && !probed;
    if (sessionIsOver && !mayProbe) {
      surroundings.threads().blocking().execute(this::logIn);
      return;
    }
    probed = probed || sessionIsOver;
    client.insist();
  }

  /** The number of the login that made this session. */
  Login loginOf(Session session) {
    return logins.get(session.token());
  }

  /**
   * @param content unique in the run; serves as {@code client_id}
   * @return the {@code ack}; always empty in the first protocol
   */
  public CompletableFuture<ServerFrame.Ack> say(String content, Destination to) {
    switch (protocol) {
      case FIRST -> client.sendOnce(to.firstProtocolMessage(content));
      case SECOND -> {
        return client.send(to.message(content, content));
      }
    }
    return new CompletableFuture<>();
  }

  /**
   * Second protocol.
   *
   * @return the {@code ack}
   */
  public CompletableFuture<ServerFrame.Ack> perform(Command command) {
    return client.send(command);
  }

  /** Asks over HTTP until it gets an answer, with the device's current session. */
  public void request(String clientId, Consumer<Session> action) {
    surroundings
        .threads()
        .blocking()
        .execute(new RoomRequest(surroundings, journal, () -> login.session(), clientId, action));
  }

  /** Reads what happened in the user's rooms before they joined, and waits for it. */
  public void lookUp() {
    new LookUp(login.session(), frame -> witness.lookedUp(client.connections(), frame)).all();
  }

  public void type(Destination to) {
    client.sendOnce(new ClientFrame.Typing(to.recipient(), true));
  }

  /** Breaks the connection, as a lost network does; it comes back by itself. */
  public void drop() {
    client.drop();
  }

  /** Its user closes it. */
  public void goAway() {
    client.exclusively(
        () -> {
          away = true;
          journal.add(new ClientEvent.WentAway(now(), client.connections()));
          client.disconnect();
        });
  }

  public void comeBack() {
    client.exclusively(
        () -> {
          away = false;
          journal.add(new ClientEvent.CameBack(now(), client.connections()));
          client.connectAs(login.session());
        });
  }

  /** Asks for the end of this client's session, by itself or from another device of the user. */
  public void endSession(Optional<Device> from) {
    client.exclusively(
        () -> {
          if (isUsable() && from.map(Device::isUsable).orElse(true)) {
            Login ending = login;
            endRequested.add(ending.number());
            int connection = client.connections();
            journal.add(new ClientEvent.EndRequested(now(), connection, ending.number()));
            surroundings
                .threads()
                .blocking()
                .execute(
                    new SessionEnd(
                        surroundings, journal, connection, ending, from.map(other -> other.login)));
          }
        });
  }

  /** Whether it is connected and the server has greeted it. */
  public boolean isUsable() {
    return client.isGreeted();
  }

  public Set<String> shownOnline() {
    return client.online();
  }

  public int unacknowledged() {
    return client.unanswered();
  }

  private long now() {
    return surroundings.clock().now();
  }
}
