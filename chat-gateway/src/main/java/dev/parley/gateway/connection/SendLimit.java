package dev.parley.gateway.connection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How fast one client may send. The rates belong to its connection's event loop. */
public final class SendLimit {

  /** Messages of one client that may be on their way to storage before its next frame is read. */
  private static final int MAX_UNDER_WAY = 64;

  private final TokenBucket messages;
  private final TokenBucket typing;
  private final int maxRefusals;
  private final AtomicInteger underWay = new AtomicInteger();
  private int refusals;

  SendLimit(ConnectionConfig config, long nowNanos) {
    this.messages = new TokenBucket(config.messagesPerSecond(), config.messageBurst(), nowNanos);
    this.typing = new TokenBucket(config.typingPerSecond(), config.typingPerSecond(), nowNanos);
    this.maxRefusals = config.maxRefusals();
  }

  /** Nothing where a message may be sent now, else how long to wait. */
  public Duration takeMessage(long nowNanos) {
    Duration wait = messages.take(nowNanos);
    refusals = wait.isZero() ? 0 : refusals + 1;
    return wait;
  }

  public boolean isExhausted() {
    return refusals >= maxRefusals;
  }

  public boolean takeTyping(long nowNanos) {
    return typing.take(nowNanos).isZero();
  }

  public void messageStarted() {
    underWay.incrementAndGet();
  }

  public void messageSettled() {
    underWay.decrementAndGet();
  }

  /** Whether the client's next frame may be read before its last message is stored. */
  public boolean mayPipeline() {
    return underWay.get() < MAX_UNDER_WAY;
  }
}
