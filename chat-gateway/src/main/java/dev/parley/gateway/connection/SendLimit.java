package dev.parley.gateway.connection;

import dev.parley.http.TokenBucket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How fast one client may send. The rates belong to the connection's event loop. */
public final class SendLimit {

  /** What one client may have under way before its next frame waits for the last one. */
  private static final int MAX_UNDER_WAY = 64;

  /** A client has more to say than messages; hardly ten times as much. */
  private static final long FRAMES_FOR_A_MESSAGE = 10;

  private final TokenBucket frames;
  private final TokenBucket messages;
  private final TokenBucket questions;
  private final TokenBucket typing;
  private final TokenBucket refusals;
  private final AtomicInteger underWay = new AtomicInteger();
  private boolean exhausted;

  SendLimit(ConnectionConfig config, long nowNanos) {
    this.frames =
        new TokenBucket(
            manyTimes(config.messagesPerSecond()), manyTimes(config.messageBurst()), nowNanos);
    this.messages = new TokenBucket(config.messagesPerSecond(), config.messageBurst(), nowNanos);
    this.questions = new TokenBucket(config.questionsPerSecond(), config.questionBurst(), nowNanos);
    this.typing = new TokenBucket(config.typingPerSecond(), config.typingPerSecond(), nowNanos);
    this.refusals = new TokenBucket(1, config.maxRefusals(), nowNanos);
  }

  private static int manyTimes(int messages) {
    return (int) Math.min(Integer.MAX_VALUE, FRAMES_FOR_A_MESSAGE * messages);
  }

  /** Empty if the client may send a frame of any kind now, otherwise how long it must wait. */
  public Duration takeFrame(long nowNanos) {
    return take(frames, nowNanos);
  }

  /** Empty if the client may send a message now, otherwise how long it must wait. */
  public Duration takeMessage(long nowNanos) {
    return take(messages, nowNanos);
  }

  /** The same for frames that cost the server more than the client. */
  public Duration takeQuestion(long nowNanos) {
    return take(questions, nowNanos);
  }

  private Duration take(TokenBucket bucket, long nowNanos) {
    Duration wait = bucket.take(nowNanos);
    exhausted = !wait.isZero() && !refusals.take(nowNanos).isZero();
    return wait;
  }

  /** Whether the last frame, message or question was refused once too often. */
  public boolean isExhausted() {
    return exhausted;
  }

  public boolean takeTyping(long nowNanos) {
    return typing.take(nowNanos).isZero();
  }

  void started() {
    underWay.incrementAndGet();
  }

  void settled() {
    underWay.decrementAndGet();
  }

  /** Whether something that this client sent waits to be stored or answered. */
  boolean isUnderWay() {
    return underWay.get() > 0;
  }

  /** Whether the client's next frame may be read before its last one is settled. */
  boolean mayPipeline() {
    return underWay.get() < MAX_UNDER_WAY;
  }
}
