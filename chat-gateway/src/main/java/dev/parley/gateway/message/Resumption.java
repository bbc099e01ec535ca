package dev.parley.gateway.message;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Failures;
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
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.protocol.internal.ReadMessages.Range;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends a client that comes back what it missed: of each conversation what lies between its cursor
 * and the connection's starting point, up to {@value ReadMessages#MAX_MESSAGES} messages, as
 * ordinary {@code chat} frames in their order. What lies beyond reaches it live, after that. Where
 * the gateway remembers the messages nobody else is asked.
 *
 * <p>A client that resumes later than {@link
 * dev.parley.gateway.connection.ConnectionConfig#resumeWithin()} gets the same messages, but among
 * those that are live by then.
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
  private final Failures failures;
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
      Failures failures,
      MeterRegistry metrics) {
    this.history = history;
    this.stored = stored;
    this.recent = recent;
    this.frames = frames;
    this.encoder = encoder;
    this.failures = failures;
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
    connection.beginCatchingUp();
    resumes.increment();
    return Multi.createFrom()
        .iterable(resume.conversations().entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            cursor -> resume(connection, points, cursor.getKey(), cursor.getValue()))
        .collect()
        .last()
        .invoke(connection::beginLive)
        .onFailure()
        .invoke(failure -> giveUp(connection, failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void giveUp(Connection connection, Throwable failure) {
    broken.increment();
    LOG.warnf("%s not resumed: %s", connection, failure.getMessage());
    connection.close(Closing.UNAVAILABLE);
  }

  private Uni<Void> resume(
      Connection connection, StartingPoints points, ConversationId conversation, Sequence cursor) {
    if (!conversation.admits(connection.userId())) {
      failures.answerUnknownConversation(connection, conversation);
      return Uni.createFrom().voidItem();
    }
    return points
        .of(conversation)
        .map(point -> Uni.createFrom().item(point))
        .orElseGet(() -> findStart(connection, conversation))
        .chain(start -> resume(connection, conversation, cursor, start));
  }

  /** Of one that was not among the latest when the client connected. */
  private Uni<Sequence> findStart(Connection connection, ConversationId conversation) {
    return history
        .ask(service -> service.lastPlaces(new ReadLastPlaces.Request(List.of(conversation))))
        .map(answer -> answer.lastSeqs().getOrDefault(conversation.toString(), Sequence.NONE))
        .invoke(start -> connection.startAt(conversation, start));
  }

  private Uni<Void> resume(
      Connection connection, ConversationId conversation, Sequence cursor, Sequence start) {
    if (!start.isAfter(cursor) || !Mechanism.RESUME.isOn()) {
      tell(connection, conversation, start, true);
      return Uni.createFrom().voidItem();
    }
    Range missing = Range.of(conversation, cursor.value() + 1, start.value());
    return read(missing)
        .invoke(chats -> chats.forEach(chat -> connection.send(EncodedFrame.ofJson(chat))))
        .invoke(() -> tell(connection, conversation, missing.to(), missing.to().equals(start)))
        .replaceWithVoid();
  }

  private Uni<List<String>> read(Range missing) {
    return recent
        .read(missing)
        .map(found -> Uni.createFrom().item(found.stream().map(RelayedMessage::chat).toList()))
        .map(chats -> chats.invoke(found -> remembered.increment(found.size())))
        .orElseGet(
            () ->
                stored
                    .read(missing)
                    .map(found -> found.stream().map(frames::chat).toList())
                    .invoke(found -> fetched.increment(found.size())));
  }

  private void tell(
      Connection connection, ConversationId conversation, Sequence reached, boolean complete) {
    connection.send(encoder.encode(new ServerFrame.Resumed(conversation, reached, complete)));
  }
}
