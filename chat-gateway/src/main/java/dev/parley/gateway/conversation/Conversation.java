package dev.parley.gateway.conversation;

import dev.parley.gateway.connection.Audience;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.firstprotocol.FirstProtocol;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.EventType;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.relay.RelayedEvent;
import dev.parley.tracing.MessageSpan;
import dev.parley.tracing.MessageTracer;
import dev.parley.tracing.Step;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A conversation of which somebody here is a member: its order, and for each event loop the
 * connections that get its events live. Thread-safe; nothing here blocks.
 *
 * <p>A connection enters between two events: what lies before it was sent by {@link #admit}'s
 * caller, everything after it comes live. Somebody who leaves gets their {@code left} as the last
 * event.
 */
public final class Conversation {

  private static final Audience[] NONE = {};

  private final ConversationId id;
  private final Connections connections;
  private final RecentEvents recent;
  private final FirstProtocol firstProtocol;
  private final Progress progress;
  private final MessageTracer tracer;
  private final Consumer<RelayedEvent> follower;
  private final ConversationOrder order;
  private final MembershipChanges changes;
  private volatile Audience[] audiences = NONE;

  /** Guarded by the map that this conversation is in. */
  private int localMembers;

  /**
   * @param start after which its events are delivered here
   * @param follower is told of every event after it was delivered; must not block
   */
  Conversation(
      ConversationId id,
      Sequence start,
      Connections connections,
      RecentEvents recent,
      FirstProtocol firstProtocol,
      Progress progress,
      MessageTracer tracer,
      Consumer<RelayedEvent> follower) {
    this.id = id;
    this.connections = connections;
    this.recent = recent;
    this.firstProtocol = firstProtocol;
    this.progress = progress;
    this.tracer = tracer;
    this.follower = follower;
    this.order = new ConversationOrder(id, start, this::deliver);
    this.changes = new MembershipChanges(start);
  }

  public ConversationId id() {
    return id;
  }

  ConversationOrder order() {
    return order;
  }

  void retain() {
    localMembers++;
  }

  /** Returns whether nobody here is a member any more. */
  boolean release() {
    return --localMembers == 0;
  }

  void end() {
    order.end();
    recent.forget(id);
  }

  /** Under the order's lock, in the order of the log. */
  private void deliver(RelayedEvent event) {
    MessageSpan span = tracer.follow(Step.DELIVER, event.trace());
    recent.add(event);
    EventDelivery delivery = new EventDelivery(event, firstProtocol);
    for (Audience audience : audiences) {
      connections.deliver(audience, delivery);
    }
    span.at(id, event.seq()).end();
    if (event.is(EventType.LEFT)) {
      left(new UserId(event.subject()), event.seq());
    } else if (event.is(EventType.JOINED)) {
      changes.joined(new UserId(event.subject()), event.seq());
    }
    follower.accept(event);
  }

  private void left(UserId user, Sequence seq) {
    changes.left(user, seq);
    for (Connection connection : connections.of(user)) {
      audienceOf(connection)
          .ifPresent(
              audience -> connection.leave(audience, () -> progress.remember(connection, id, seq)));
    }
  }

  private Optional<Audience> audienceOf(Connection connection) {
    for (Audience audience : audiences) {
      if (connection.isOfTheSameLoop(audience)) {
        return Optional.of(audience);
      }
    }
    return Optional.empty();
  }

  /** What became of an attempt to {@link #admit} a connection. */
  public sealed interface Admission {

    /** The connection has everything, and gets live what comes. */
    record Entered() implements Admission {}

    /** These events must be sent to it first; they are in storage. */
    record Missing(ReadEvents.Range range) implements Admission {}

    /** The order has not come as far as the answer that made this user a member. */
    record TooEarly() implements Admission {}

    /** Too much has happened since that answer: ask again. */
    record OutOfDate() implements Admission {}

    /** The user left meanwhile, with this event, which is the last that they may get. */
    record Left(Sequence at) implements Admission {}

    /** There is another object of this conversation by now. */
    record Ended() implements Admission {}
  }

  /**
   * Lets a connection enter, if it has everything that lies before.
   *
   * @param reached what the connection has
   * @param asOf the user is a member as of this event
   * @param catchUp sends what is missing and says what it could not send
   */
  public Admission admit(Connection connection, Sequence reached, Sequence asOf, CatchUp catchUp) {
    return order.whileAt(
        delivered -> {
          if (order.hasEnded()) {
            return new Admission.Ended();
          }
          Optional<Sequence> left = changes.leftSince(connection.userId(), asOf);
          if (left.isPresent()) {
            return new Admission.Left(left.get());
          }
          if (asOf.isAfter(delivered)) {
            return catchUp.wantsMore() && asOf.isAfter(reached)
                ? new Admission.Missing(range(reached, asOf))
                : new Admission.TooEarly();
          }
          if (id instanceof ConversationId.Room && changes.isUnknownSince(asOf)) {
            return new Admission.OutOfDate();
          }
          return enter(connection, reached, delivered, catchUp);
        });
  }

  private Admission enter(
      Connection connection, Sequence reached, Sequence delivered, CatchUp catchUp) {
    if (catchUp.wantsMore() && delivered.isAfter(reached)) {
      ReadEvents.Range range = range(reached, delivered);
      Optional<List<RelayedEvent>> remembered =
          range.to().equals(delivered) ? recent.read(range) : Optional.empty();
      if (remembered.isEmpty()) {
        return new Admission.Missing(range);
      }
      catchUp.send(remembered.get());
    }
    catchUp.entering(delivered);
    connection.enter(audienceFor(connection));
    return new Admission.Entered();
  }

  private ReadEvents.Range range(Sequence reached, Sequence last) {
    return ReadEvents.Range.of(id, reached.value() + 1, last.value());
  }

  private Audience audienceFor(Connection connection) {
    return audienceOf(connection).orElseGet(() -> add(connection.newAudience()));
  }

  private Audience add(Audience audience) {
    Audience[] more = Arrays.copyOf(audiences, audiences.length + 1);
    more[more.length - 1] = audience;
    audiences = more;
    return audience;
  }

  /** Whether this connection gets the events live; on its event loop. */
  public boolean hasLive(Connection connection) {
    return audienceOf(connection).map(connection::isInNow).orElse(false);
  }

  /** The same from any thread, once everything that was asked of the connection before is done. */
  public Uni<Boolean> willHaveLive(Connection connection) {
    return audienceOf(connection)
        .map(connection::isIn)
        .orElseGet(() -> Uni.createFrom().item(false));
  }

  /** For each event loop the connections that get the events live. */
  public List<Audience> audiences() {
    return List.of(audiences);
  }

  /** Whether its events up to this one were delivered here, or none will be any more. */
  public boolean hasReached(Sequence seq) {
    return order.whileAt(delivered -> order.hasEnded() || !seq.isAfter(delivered));
  }

  /** Whether this user was a member here and left, as far as the order has come. */
  boolean hasLeft(UserId user) {
    return order.whileAt(delivered -> changes.hasLeft(user));
  }

  /** Sends a connection what it missed; called while nothing is delivered. */
  public interface CatchUp {

    /** Whether the connection is to be sent what it missed. */
    boolean wantsMore();

    void send(List<RelayedEvent> events);

    /** The connection is about to enter: what comes after this event reaches it live. */
    void entering(Sequence last);
  }
}
