package dev.parley.gateway.resume;

import dev.parley.gateway.Timers;
import dev.parley.gateway.conversation.Conversation;
import dev.parley.gateway.conversation.Conversation.Admission;
import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.conversation.Progress;
import dev.parley.gateway.frame.EventFrames;
import dev.parley.gateway.history.SingleConversations;
import dev.parley.gateway.history.StoredEvents;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.relay.RelayedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends a connection what it missed of a conversation, and lets it enter. It reads from storage
 * what the gateway does not remember, again and again until nothing lies between the connection and
 * what is delivered.
 */
@Singleton
class CatchingUp {

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** How long the gateway's own order may stay behind an answer of the history service. */
  private static final int MAX_PAUSES = 500;

  private final Conversations conversations;
  private final SingleConversations single;
  private final StoredEvents stored;
  private final EventFrames frames;
  private final Progress progress;
  private final Timers timers;
  private final Counter fetched;

  CatchingUp(
      Conversations conversations,
      SingleConversations single,
      StoredEvents stored,
      EventFrames frames,
      Progress progress,
      Timers timers,
      MeterRegistry metrics) {
    this.conversations = conversations;
    this.single = single;
    this.stored = stored;
    this.frames = frames;
    this.progress = progress;
    this.timers = timers;
    this.fetched = metrics.counter("parley.resumes.events", "source", "history");
  }

  /** Fails with {@code UNAVAILABLE} where the history service is away. */
  Uni<Void> run(CatchUp catchUp) {
    return run(catchUp, 0);
  }

  private Uni<Void> run(CatchUp catchUp, int pauses) {
    Optional<Conversation> found = conversations.find(catchUp.conversation());
    Admission admission = found.map(catchUp::admitTo).orElseGet(Admission.Ended::new);
    return switch (admission) {
      case Admission.Entered entered -> Uni.createFrom().voidItem();
      case Admission.Missing(ReadEvents.Range range) ->
          fetch(range, catchUp).chain(() -> run(catchUp, pauses));
      case Admission.TooEarly early -> pause(catchUp, pauses);
      case Admission.OutOfDate old -> joinAgain(catchUp, pauses);
      case Admission.Ended ended -> joinAgain(catchUp, pauses);
      case Admission.Left(Sequence at) -> takeLeave(at, catchUp);
    };
  }

  /** What came before the departure was for this user, and the departure itself is. */
  private Uni<Void> takeLeave(Sequence at, CatchUp catchUp) {
    if (at.isAfter(catchUp.reached()) && catchUp.wantsMore()) {
      ReadEvents.Range range =
          ReadEvents.Range.of(catchUp.conversation(), catchUp.reached().value() + 1, at.value());
      return fetch(range, catchUp).chain(() -> takeLeave(at, catchUp));
    }
    progress.remember(catchUp.connection(), catchUp.conversation(), catchUp.reached());
    catchUp.tellNotFound();
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> fetch(ReadEvents.Range range, CatchUp catchUp) {
    if (catchUp.isUsedUp()) {
      catchUp.stop();
      return Uni.createFrom().voidItem();
    }
    return stored
        .read(range)
        .invoke(
            found -> {
              List<RelayedEvent> events = found.events().stream().map(frames::relayed).toList();
              catchUp.send(events);
              catchUp.reach(range.to());
              fetched.increment(events.size());
            })
        .replaceWithVoid();
  }

  private Uni<Void> pause(CatchUp catchUp, int pauses) {
    if (pauses == MAX_PAUSES) {
      return Uni.createFrom().failure(new ParleyException(ErrorCode.UNAVAILABLE));
    }
    return Uni.createFrom()
        .<Void>emitter(emitter -> timers.after(PAUSE, timer -> emitter.complete(null)))
        .chain(() -> run(catchUp, pauses + 1));
  }

  private Uni<Void> joinAgain(CatchUp catchUp, int pauses) {
    return single
        .find(catchUp.connection().userId(), catchUp.conversation())
        .chain(entry -> joinAgain(entry, catchUp, pauses));
  }

  private Uni<Void> joinAgain(Optional<ConversationEntry> entry, CatchUp catchUp, int pauses) {
    if (entry.isEmpty()) {
      catchUp.tellNotFound();
      return Uni.createFrom().voidItem();
    }
    catchUp.isMemberAsOf(entry.get().lastSeq());
    return conversations.join(catchUp.connection(), entry.get()).isEmpty()
        ? Uni.createFrom().voidItem()
        : pause(catchUp, pauses);
  }
}
