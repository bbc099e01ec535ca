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
 * A proper client of the second protocol that records what it gets in the global conversation.
 * After a close it reconnects to the next gateway.
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
   * Connects to the first of these gateways, and waits until it has.
   *
   * @param gateways the gateways to try in turn
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

  /**
   * Sends a message to everybody. The {@code ack} completes the receipt, however long that takes.
   */
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

  /** The last place of the global conversation when this client first connected. */
  public synchronized long start() {
    return start;
  }

  /** All messages to everybody, in the order in which they arrived. */
  public synchronized List<ServerFrame.Logged> chats() {
    return List.copyOf(chats);
  }

  /** How its sockets ended, except for the one that it closed itself. */
  public synchronized List<ClosedSocket> closes() {
    return List.copyOf(closes);
  }

  public synchronized List<ServerFrame.Refused> errors() {
    return List.copyOf(errors);
  }

  /** The longest time from the first sending of a message to its acknowledgement. */
  public Duration longestWait() {
    return Duration.ofNanos(longestWaitNanos.get());
  }

  @Override
  public void close() {
    client.close();
  }
}
