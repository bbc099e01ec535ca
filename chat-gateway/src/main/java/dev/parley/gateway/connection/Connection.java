package dev.parley.gateway.connection;

import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import io.netty.channel.Channel;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One client's socket, from the first frame to the close. You may call every method from any
 * thread, and it returns at once.
 *
 * <p>Frames reach the network in the order of the calls. The data that waits for a slow client is
 * bounded. Beyond {@link ConnectionConfig#maxQueuedBytes()}, or without progress for {@link
 * ConnectionConfig#stalledAfter()}, the gateway closes the connection with 4008, and the client
 * comes back and resumes. Frames for a closed connection are dropped.
 */
public final class Connection {

  private static final Logger LOG = Logger.getLogger(Connection.class);

  /** Opening a socket does not count as use, because the auth service was asked then anyway. */
  private static final Duration LONG_AGO = Duration.ofDays(1);

  private final String id;
  private final VerifiedSession session;
  private final Protocol protocol;
  private final Inbound inbound;
  private final Outbound outbound;
  private final SendLimit sendLimit;
  private final Seats seats = new Seats();
  private volatile long heardAtNanos = System.nanoTime();
  private volatile long usedAtNanos = heardAtNanos - LONG_AGO.toNanos();
  private volatile long welcomedAtNanos = heardAtNanos;
  private volatile boolean welcomed;
  private volatile boolean resumed;
  private final AtomicBoolean gone = new AtomicBoolean();

  Connection(
      String id,
      VerifiedSession session,
      Protocol protocol,
      Channel channel,
      Outbound outbound,
      SendLimit sendLimit) {
    this.id = id;
    this.session = session;
    this.protocol = protocol;
    this.inbound = new Inbound(channel, this::failed);
    this.outbound = outbound;
    this.sendLimit = sendLimit;
  }

  /** Unique among all connections of all gateways. */
  public String id() {
    return id;
  }

  public VerifiedSession session() {
    return session;
  }

  public User user() {
    return session.user();
  }

  public UserId userId() {
    return session.userId();
  }

  public boolean speaks(Protocol other) {
    return protocol == other;
  }

  public void send(EncodedFrame frame) {
    outbound.send(frame);
  }

  /**
   * Sends the first frame, then whatever was sent before it and had to wait for it; what comes
   * later is sent at once.
   */
  public void greet(EncodedFrame first) {
    outbound.greet(first);
  }

  /** Sends a client of the second protocol its first frame; the others wait for its resume. */
  public void welcome(EncodedFrame first) {
    welcomedAtNanos = System.nanoTime();
    welcomed = true;
    outbound.welcome(first);
  }

  /** The client has sent its resume. */
  public void resumed() {
    resumed = true;
  }

  /** Whether the client has begun; one of the first protocol need not. */
  public boolean isResumed() {
    return protocol == Protocol.FIRST || resumed;
  }

  boolean isResumeOverdue(long nowNanos, Duration within) {
    return welcomed && !isResumed() && nowNanos - welcomedAtNanos > within.toNanos();
  }

  /** Sends the frames that had to wait for the client's resume. */
  public void open() {
    outbound.open();
  }

  /** The connection gets what is delivered to the audience from this call on. */
  public void enter(Audience audience) {
    outbound.shard().enter(audience, this);
  }

  /**
   * The connection gets nothing that is delivered to the audience after this call.
   *
   * @param left runs, on the event loop, if the connection was in the audience
   */
  public void leave(Audience audience, Runnable left) {
    outbound.shard().leave(audience, this, left);
  }

  /**
   * Whether this connection is in the audience, once everything that was asked for before this call
   * is done.
   */
  public Uni<Boolean> isIn(Audience audience) {
    return Uni.createFrom()
        .emitter(
            emitter -> outbound.shard().execute(() -> emitter.complete(seats.contains(audience))));
  }

  /** The same at once, on the event loop. */
  public boolean isInNow(Audience audience) {
    return seats.contains(audience);
  }

  /** A new, empty audience of the event loop that this connection belongs to. */
  public Audience newAudience() {
    return new Audience(outbound.shard());
  }

  /** Whether the audience is of this connection's event loop. */
  public boolean isOfTheSameLoop(Audience audience) {
    return audience.shard() == outbound.shard();
  }

  public void close(Closing closing) {
    outbound.close(closing);
  }

  /**
   * Handles something from the client once everything that it sent before is done. Runs on the
   * event loop, as frames arrive.
   */
  public void inTurn(Supplier<Uni<Void>> handling) {
    inbound.handle(handling);
  }

  private void failed(Throwable failure) {
    LOG.errorf(failure, "%s failed", this);
    close(Closing.INTERNAL);
  }

  /**
   * Does what the client asked for while its next frames are handled already: none of them shall
   * wait for a service that this one waits for. Where too much is under way this completes with the
   * work, and the next frame waits until then.
   *
   * @param work that does not fail
   */
  public Uni<Void> pipelined(Uni<Void> work) {
    boolean mayPipeline = sendLimit.mayPipeline();
    sendLimit.started();
    Uni<Void> settled = work.eventually(sendLimit::settled);
    return mayPipeline ? inBackground(settled) : settled;
  }

  private Uni<Void> inBackground(Uni<Void> work) {
    work.subscribe().with(done -> {}, failure -> LOG.errorf(failure, "%s gets no answer", this));
    return Uni.createFrom().voidItem();
  }

  /** Stops reading from the client until {@link #resumeReading()}; TCP then slows it down. */
  public void pauseReading() {
    inbound.setOpen(false);
  }

  public void resumeReading() {
    inbound.setOpen(true);
  }

  /** Whether something that the client sent still waits for an answer. */
  public boolean isBusy() {
    return inbound.isBusy() || sendLimit.isUnderWay();
  }

  /** Returns true only the first time, because several signs show that a socket is gone. */
  public boolean becomesGone() {
    return gone.compareAndSet(false, true);
  }

  public SendLimit sendLimit() {
    return sendLimit;
  }

  /** Anything from the client shows that it is alive. */
  public void heard() {
    heardAtNanos = System.nanoTime();
  }

  /** The user did something that no client does by itself. */
  public void used() {
    usedAtNanos = System.nanoTime();
  }

  boolean wasUsedSince(long nanos) {
    return usedAtNanos - nanos >= 0;
  }

  long heardAtNanos() {
    return heardAtNanos;
  }

  Seats seats() {
    return seats;
  }

  Outbound outbound() {
    return outbound;
  }

  @Override
  public String toString() {
    return "Connection[" + id + " of user " + session.userId() + "]";
  }
}
