package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A client of the second protocol as one should be: it keeps what is not acknowledged and sends it
 * again, comes back to the next gateway after a close, and resumes the global conversation as its
 * first frame. What comes is kept as it came, with whatever is doubled or out of order.
 */
public final class ResumingClient implements SocketObserver, AutoCloseable {

  /** Not the common pool, which the JDK's HTTP client needs while one of these waits for it. */
  static final Executor THREADS = Thread::startVirtualThread;

  private static final Duration LONGEST_BACKOFF = Duration.ofMillis(300);

  private final TestingAccount account;
  private final List<URI> gateways;
  private final Outbox outbox = new Outbox();
  private final Executor inOrder = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final List<JsonNode> chats = new ArrayList<>();
  private final List<ClosedSocket> closes = new ArrayList<>();
  private final List<JsonNode> errors = new ArrayList<>();
  private int gateway;
  private TestingChatClient socket;
  private long start = -1;
  private long last = -1;
  private boolean finished;

  /**
   * Connects, blocking, to the first of these gateways.
   *
   * @param gateways where to go in turn, round and round
   */
  public ResumingClient(TestingAccount account, List<URI> gateways) {
    this.account = account;
    this.gateways = List.copyOf(gateways);
    connect();
    awaitGreeting();
  }

  private void connect() {
    try {
      begin(TestingHandshake.to(nextGateway()).secondProtocol().bearer(account.token()).open(this));
    } catch (CompletionException refused) {
      comeBackLater();
    }
  }

  private synchronized URI nextGateway() {
    return gateways.get(gateway++ % gateways.size());
  }

  private synchronized void begin(TestingChatClient opened) {
    socket = opened;
    if (finished) {
      socket.close();
      return;
    }
    socket.resume(last < 0 ? Map.of() : Map.of("global", last));
    outbox.waiting().forEach(this::write);
  }

  private synchronized void awaitGreeting() {
    long end = System.nanoTime() + TestingChatClient.LIMIT.toNanos();
    while (start < 0) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(account.username() + " was not greeted; closes: " + closes);
      }
      try {
        wait(TestingChatClient.LIMIT.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /** To everybody. The receipt is completed by the {@code ack}, however long that takes. */
  public synchronized CompletableFuture<JsonNode> send(String content) {
    Outbox.Message message = outbox.add(content);
    write(message);
    return message.receipt();
  }

  /** What cannot be written now is written after the reconnect. */
  private void write(Outbox.Message message) {
    try {
      socket.chat(message.clientId(), message.content(), null);
    } catch (CompletionException | IllegalStateException broken) {
      return;
    }
  }

  /** The JDK's own thread must not wait for us. */
  @Override
  public void received(JsonNode frame) {
    inOrder.execute(() -> handle(frame));
  }

  private synchronized void handle(JsonNode frame) {
    switch (frame.path("type").asText()) {
      case "welcome" -> greeted(frame);
      case "chat" -> showed(frame);
      case "ack" -> outbox.acknowledged(frame);
      case "error" -> failed(frame);
      default -> {}
    }
  }

  private void greeted(JsonNode welcome) {
    if (start >= 0) {
      return;
    }
    start = 0;
    for (JsonNode position : welcome.get("conversations")) {
      if (position.get("conversation").asText().equals("global")) {
        start = position.get("last_seq").longValue();
      }
    }
    last = start;
    notifyAll();
  }

  private void showed(JsonNode chat) {
    if (chat.get("conversation").asText().equals("global")) {
      chats.add(chat);
      last = Math.max(last, chat.get("seq").longValue());
    }
  }

  private void failed(JsonNode error) {
    errors.add(error);
    if (error.has("retry_after_ms") && error.hasNonNull("client_id")) {
      later(error.get("retry_after_ms").longValue())
          .execute(() -> sendAgain(error.get("client_id").asText()));
    }
  }

  private synchronized void sendAgain(String clientId) {
    outbox.waiting().stream()
        .filter(message -> message.clientId().equals(clientId))
        .forEach(this::write);
  }

  @Override
  public void closed(ClosedSocket how) {
    inOrder.execute(() -> ended(how));
  }

  private synchronized void ended(ClosedSocket how) {
    if (!finished) {
      closes.add(how);
      comeBackLater();
    }
  }

  private void comeBackLater() {
    later(ThreadLocalRandom.current().nextLong(LONGEST_BACKOFF.toMillis())).execute(this::connect);
  }

  private static Executor later(long millis) {
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, THREADS);
  }

  public TestingAccount account() {
    return account;
  }

  /** The last place of the global conversation when this client first came. */
  public synchronized long start() {
    return start;
  }

  /** Every message to everybody that came, in the order of its coming. */
  public synchronized List<JsonNode> chats() {
    return List.copyOf(chats);
  }

  /** How its sockets ended, except the one that it closed itself. */
  public synchronized List<ClosedSocket> closes() {
    return List.copyOf(closes);
  }

  public synchronized List<JsonNode> errors() {
    return List.copyOf(errors);
  }

  /** The longest time from a message's first sending to its acknowledgement. */
  public Duration longestWait() {
    return outbox.longestWait();
  }

  @Override
  public synchronized void close() {
    finished = true;
    socket.close();
  }
}
