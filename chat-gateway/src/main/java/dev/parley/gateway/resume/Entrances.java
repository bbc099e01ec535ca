package dev.parley.gateway.resume;

import dev.parley.gateway.Timers;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Protocol;
import dev.parley.gateway.conversation.Conversation;
import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.conversation.Newcomers;
import dev.parley.gateway.conversation.Progress;
import dev.parley.gateway.history.SingleConversations;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.EventBody;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Lets open connections enter conversations that their greeting did not have. */
@Singleton
class Entrances implements Newcomers {

  private static final Duration RETRY_AFTER = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** How long the gateway's own order may stay behind an answer of the history service. */
  private static final int MAX_PAUSES = 500;

  private final JobQueues<Connection> jobs;
  private final CatchingUp catchingUp;
  private final Conversations conversations;
  private final SingleConversations single;
  private final Connections connections;
  private final Progress progress;
  private final CatchUps catchUps;
  private final Timers timers;

  Entrances(
      JobQueues<Connection> jobs,
      CatchingUp catchingUp,
      Conversations conversations,
      SingleConversations single,
      Connections connections,
      Progress progress,
      CatchUps catchUps,
      Timers timers) {
    this.jobs = jobs;
    this.catchingUp = catchingUp;
    this.conversations = conversations;
    this.single = single;
    this.connections = connections;
    this.progress = progress;
    this.catchUps = catchUps;
    this.timers = timers;
  }

  /** Whoever was told of all conversations has nothing of this one; others have what was told. */
  @Override
  public void began(Connection connection, Conversation conversation, Sequence firstTold) {
    jobs.add(
        connection,
        waited -> {
          Sequence reached =
              conversations.knowsAll(connection.userId()) ? Sequence.NONE : firstTold.previous();
          return enter(connection, conversation, reached, Sequence.NONE, waited);
        });
  }

  @Override
  public void added(UserId user, EventBody.Added added) {
    single
        .find(user, added.room().conversation())
        .subscribe()
        .with(
            entry -> entry.ifPresent(found -> added(user, added.at(), found)),
            failure -> timers.after(RETRY_AFTER, timer -> tryAgain(user, added)));
  }

  private void tryAgain(UserId user, EventBody.Added added) {
    if (connections.isLocal(user)) {
      added(user, added);
    }
  }

  private void added(UserId user, Sequence at, ConversationEntry entry) {
    conversations
        .join(user, entry)
        .ifPresent(
            conversation ->
                connections.of(user).stream()
                    .filter(connection -> connection.speaks(Protocol.V2))
                    .forEach(connection -> added(connection, at, entry)));
  }

  /**
   * Another event may have added this user before, and they may have left since, so it looks what
   * the connection has even if it did not wait.
   */
  private void added(Connection connection, Sequence at, ConversationEntry entry) {
    jobs.add(connection, waited -> enterWhenReached(connection, at, entry, 0));
  }

  /**
   * While the order is behind, a connection may be inside from before its user left. Joining again
   * makes up for that departure, if it was noticed after this user had joined.
   */
  private Uni<Void> enterWhenReached(
      Connection connection, Sequence at, ConversationEntry entry, int pauses) {
    Optional<Conversation> joined = conversations.join(connection.userId(), entry);
    if (joined.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (joined.get().hasReached(entry.lastSeq())) {
      return enter(connection, joined.get(), at.previous(), entry.lastSeq(), true);
    }
    if (pauses == MAX_PAUSES) {
      return Uni.createFrom().failure(new ParleyException(ErrorCode.UNAVAILABLE));
    }
    return Uni.createFrom()
        .<Void>emitter(emitter -> timers.after(PAUSE, timer -> emitter.complete(null)))
        .chain(() -> enterWhenReached(connection, at, entry, pauses + 1));
  }

  private Uni<Void> enter(
      Connection connection,
      Conversation conversation,
      Sequence reached,
      Sequence asOf,
      boolean mayBeInside) {
    return mayBeInside
        ? conversation
            .willHaveLive(connection)
            .chain(
                inside ->
                    inside
                        ? Uni.createFrom().voidItem()
                        : enter(connection, conversation, reached, asOf))
        : enter(connection, conversation, reached, asOf);
  }

  private Uni<Void> enter(
      Connection connection, Conversation conversation, Sequence reached, Sequence asOf) {
    return catchingUp.run(
        catchUps.silent(
            connection,
            conversation.id(),
            progress.atLeast(reached, connection, conversation.id()),
            asOf,
            new ResumeBudget()));
  }
}
