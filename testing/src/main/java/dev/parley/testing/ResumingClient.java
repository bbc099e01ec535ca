package dev.parley.testing;

import dev.parley.client.ChatClient;
import dev.parley.client.ChatListener;
import dev.parley.client.ClientOptions;
import dev.parley.client.ClientThreads;
import dev.parley.client.Destination;
import dev.parley.client.frame.ServerFrame;
import dev.parley.client.socket.ClosedSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client of the second protocol as one should be, who writes down what it gets in the global
 * conversation. After a close it comes back to the next gateway.
 */
public final class ResumingClient implements ChatListener, AutoCloseable {

  private static final ClientThreads THREADS = ClientThreads.start();
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final TestingAccount account;
  private final ChatClient client;
  private final String prefix = RandomLetters.of(8);
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicLong longestWaitNanos = new AtomicLong();
  private final List<ServerFrame.Logged> chats = new ArrayList<>();
  private final List<ClosedSocket> closes = new ArrayList<>();
  private final List<ServerFrame.Refused> errors = new ArrayList<>();
  private long start = -1;

  /**
   * Connects, blocking, to the first of these gateways.
   *
   * @param gateways where to go in turn, round and round
   */
  public ResumingClient(TestingAccount account, List<URI> gateways) {
    this.account = account;
    AtomicInteger next = new AtomicInteger();
    client =
        new ChatClient(
            THREADS,
            ClientOptions.secondProtocol().withPauses(PAUSE, PAUSE),
            () -> gateways.get(next.getAndIncrement() % gateways.size()),
            this);
    client.connectAs(account.session());
    Eventually.get(
        account.username() + " to be greeted",
        TestingChatClient.LIMIT,
        this::start,
        place -> place >= 0);
  }

  /** To everybody. The receipt is completed by the {@code ack}, however long that takes. */
  public CompletableFuture<ServerFrame.Ack> send(String content) {
    long began = System.nanoTime();
    String clientId = prefix + "-" + sent.getAndIncrement();
    return client
        .send(Destination.EVERYBODY.message(clientId, content))
        .whenComplete((ack, refused) -> waited(System.nanoTime() - began));
  }

  private void waited(long nanos) {
    longestWaitNanos.accumulateAndGet(nanos, Math::max);
  }

  @Override
  public synchronized void received(int connection, long nanos, ServerFrame frame) {
    if (frame instanceof ServerFrame.Refused refused) {
      errors.add(refused);
    } else if (frame instanceof ServerFrame.Welcome welcome && start < 0) {
      start =
          welcome.conversations().stream()
              .filter(known -> known.conversation().equals("global"))
              .mapToLong(known -> known.lastSeq())
              .findFirst()
              .orElse(0);
    }
  }

  @Override
  public synchronized void shown(
      int connection, long nanos, ServerFrame.Logged frame, boolean paged) {
    if (frame.conversation().equals("global")) {
      chats.add(frame);
    }
  }

  @Override
  public synchronized void closed(int connection, ClosedSocket how) {
    closes.add(how);
  }

  public TestingAccount account() {
    return account;
  }

  /** The last place of the global conversation when this client first came. */
  public synchronized long start() {
    return start;
  }

  /** Every message to everybody that came, in the order of its coming. */
  public synchronized List<ServerFrame.Logged> chats() {
    return List.copyOf(chats);
  }

  /** How its sockets ended, except the one that it closed itself. */
  public synchronized List<ClosedSocket> closes() {
    return List.copyOf(closes);
  }

  public synchronized List<ServerFrame.Refused> errors() {
    return List.copyOf(errors);
  }

  /** The longest time from a message's first sending to its acknowledgement. */
  public Duration longestWait() {
    return Duration.ofNanos(longestWaitNanos.get());
  }

  @Override
  public void close() {
    client.close();
  }
}
