package dev.parley.gateway.message;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.StartingPoints;
import dev.parley.gateway.frame.ClientFrame;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.history.HistoryReplicas;
import dev.parley.gateway.history.StoredMessages;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadLastPlaces;
import dev.parley.protocol.internal.ReadMessages.Range;
import dev.parley.protocol.internal.StoredMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers a client's {@code resume}: of each conversation what lies between the client's cursor and
 * the connection's starting point, as ordinary {@code chat} frames in their order, and then {@code
 * resumed}. In all that is at most {@value ResumeBudget#MAX_MESSAGES} messages and {@value
 * ResumeBudget#MAX_BYTES} bytes; the client reads the rest over HTTP. What lies beyond the starting
 * point reaches it live, after that, however long this takes. Where the gateway remembers the
 * messages nobody else is asked.
 */
@Singleton
public class Resumption {

  private static final Logger LOG = Logger.getLogger(Resumption.class);
  private static final String MESSAGES = "parley.resumes.messages";
  private static final String SOURCE = "source";

  private final HistoryReplicas history;
  private final StoredMessages stored;
  private final RecentMessages recent;
  private final MessageFrames frames;
  private final FrameEncoder encoder;
  private final Counter resumes;
  private final Counter broken;
  private final Counter remembered;
  private final Counter fetched;

  Resumption(
      HistoryReplicas history,
      StoredMessages stored,
      RecentMessages recent,
      MessageFrames frames,
      FrameEncoder encoder,
      MeterRegistry metrics) {
    this.history = history;
    this.stored = stored;
    this.recent = recent;
    this.frames = frames;
    this.encoder = encoder;
    this.resumes = metrics.counter("parley.resumes");
    this.broken = metrics.counter("parley.resumes.failed");
    this.remembered = metrics.counter(MESSAGES, SOURCE, "memory");
    this.fetched = metrics.counter(MESSAGES, SOURCE, "history");
  }

  /**
   * One conversation after the other; completes when the last one is done. Where the history
   * service is away the connection is closed, so that the client comes back and asks again.
   */
  public Uni<Void> resume(Connection connection, ClientFrame.Resume resume) {
    return connection
        .startingPoints()
        .map(points -> resume(connection, points, resume))
        .orElseGet(Resumption::isClosing);
  }

  /** One that could not be greeted is on its way out. */
  private static Uni<Void> isClosing() {
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> resume(
      Connection connection, StartingPoints points, ClientFrame.Resume resume) {
    resumes.increment();
    ResumeBudget budget = new ResumeBudget();
    return Multi.createFrom()
        .iterable(resume.conversations().entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            cursor -> resume(connection, points, cursor.getKey(), cursor.getValue(), budget))
        .collect()
        .last()
        .invoke(() -> tellOfOthers(connection, points, resume))
        .invoke(connection::beginLive)
        .onFailure()
        .invoke(failure -> giveUp(connection, failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /** Of those that the client did not ask for it has nothing, and wants nothing of before. */
  private void tellOfOthers(
      Connection connection, StartingPoints points, ClientFrame.Resume resume) {
    points
        .points()
        .forEach(
            (conversation, start) -> {
              if (!resume.conversations().containsKey(conversation)) {
                tell(connection, conversation, start, true);
              }
            });
  }

  private void giveUp(Connection connection, Throwable failure) {
    broken.increment();
    LOG.warnf("%s could not resume: %s", connection, failure.getMessage());
    connection.close(Closing.UNAVAILABLE);
  }

  private Uni<Void> resume(
      Connection connection,
      StartingPoints points,
      ConversationId conversation,
      Sequence cursor,
      ResumeBudget budget) {
    if (!conversation.admits(connection.userId())) {
      connection.send(encoder.encode(ServerFrame.Resumed.notFound(conversation)));
      return Uni.createFrom().voidItem();
    }
    return points
        .of(conversation)
        .map(point -> Uni.createFrom().item(point))
        .orElseGet(() -> findStart(connection, conversation))
        .chain(start -> sendMissing(connection, conversation, cursor, start, budget));
  }

  /** Of one that was not among the latest when the client connected. */
  private Uni<Sequence> findStart(Connection connection, ConversationId conversation) {
    return history
        .ask(service -> service.lastPlaces(new ReadLastPlaces.Request(List.of(conversation))))
        .map(answer -> answer.lastSeqs().getOrDefault(conversation.toString(), Sequence.NONE))
        .invoke(start -> connection.startAt(conversation, start));
  }

  /** Range after range, until the client has all or the budget is used up. */
  private Uni<Void> sendMissing(
      Connection connection,
      ConversationId conversation,
      Sequence cursor,
      Sequence start,
      ResumeBudget budget) {
    boolean hasAll = !start.isAfter(cursor) || !Mechanism.RESUME.isOn();
    if (hasAll || budget.isUsedUp()) {
      tell(connection, conversation, hasAll ? start : cursor, hasAll);
      return Uni.createFrom().voidItem();
    }
    Range missing = Range.of(conversation, cursor.value() + 1, start.value());
    return read(missing)
        .map(messages -> send(connection, messages, budget).orElse(missing.to()))
        .chain(reached -> sendMissing(connection, conversation, reached, start, budget));
  }

  /** One message of the past, as its frame. */
  private record Missed(Sequence seq, String chat) {}

  /**
   * @return the last one that was sent; empty if there was none
   */
  private static Optional<Sequence> send(
      Connection connection, List<Missed> messages, ResumeBudget budget) {
    Sequence reached = null;
    for (Missed message : messages) {
      if (budget.isUsedUp()) {
        break;
      }
      EncodedFrame frame = EncodedFrame.ofJson(message.chat());
      budget.take(frame.length());
      connection.send(frame);
      reached = message.seq();
    }
    return Optional.ofNullable(reached);
  }

  private Uni<List<Missed>> read(Range missing) {
    return recent
        .read(missing)
        .map(found -> Uni.createFrom().item(found.stream().map(Resumption::missed).toList()))
        .map(chats -> chats.invoke(found -> remembered.increment(found.size())))
        .orElseGet(
            () ->
                stored
                    .read(missing)
                    .map(found -> found.stream().map(this::missed).toList())
                    .invoke(found -> fetched.increment(found.size())));
  }

  private static Missed missed(RelayedMessage message) {
    return new Missed(message.seq(), message.chat());
  }

  private Missed missed(StoredMessage message) {
    return new Missed(message.seq(), frames.chat(message));
  }

  private void tell(
      Connection connection, ConversationId conversation, Sequence reached, boolean complete) {
    connection.send(encoder.encode(ServerFrame.Resumed.upTo(reached, conversation, complete)));
  }
}
