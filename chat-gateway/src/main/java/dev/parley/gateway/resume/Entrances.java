package dev.parley.gateway.resume;

import dev.parley.gateway.Timers;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Protocol;
import dev.parley.gateway.conversation.Conversation;
import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.conversation.Newcomers;
import dev.parley.gateway.history.SingleConversations;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.EventBody;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Lets open connections enter conversations that their greeting did not have. */
@Singleton
class Entrances implements Newcomers {

  private static final Duration RETRY_AFTER = Duration.ofMillis(500);

  private final JobQueues jobs;
  private final CatchingUp catchingUp;
  private final Conversations conversations;
  private final SingleConversations single;
  private final Connections connections;
  private final CatchUps catchUps;
  private final Timers timers;

  Entrances(
      JobQueues jobs,
      CatchingUp catchingUp,
      Conversations conversations,
      SingleConversations single,
      Connections connections,
      CatchUps catchUps,
      Timers timers) {
    this.jobs = jobs;
    this.catchingUp = catchingUp;
    this.conversations = conversations;
    this.single = single;
    this.connections = connections;
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
                    .forEach(connection -> added(connection, conversation, at, entry.lastSeq())));
  }

  /** Another event may have added this user before, so it looks even if it did not wait. */
  private void added(Connection connection, Conversation conversation, Sequence at, Sequence asOf) {
    jobs.add(connection, waited -> enter(connection, conversation, at.previous(), asOf, true));
  }

  private Uni<Void> enter(
      Connection connection,
      Conversation conversation,
      Sequence reached,
      Sequence asOf,
      boolean mayBeInside) {
    CatchUp catchUp =
        catchUps.silent(connection, conversation.id(), reached, asOf, new ResumeBudget());
    if (!mayBeInside) {
      return catchingUp.run(catchUp);
    }
    return conversation
        .willHaveLive(connection)
        .chain(inside -> inside ? Uni.createFrom().voidItem() : catchingUp.run(catchUp));
  }
}
