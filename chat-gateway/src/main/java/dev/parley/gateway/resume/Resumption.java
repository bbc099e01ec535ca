package dev.parley.gateway.resume;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.conversation.Progress;
import dev.parley.gateway.frame.ClientFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.history.ConversationLists;
import dev.parley.gateway.history.SingleConversations;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Brings a new connection up to date. A client of {@code parley.v2} says with {@code resume} what
 * it has: of each conversation it gets what lies after its cursor, in order, then {@code resumed},
 * and then what is live. In all it gets at most {@value ResumeBudget#MAX_EVENTS} events and {@value
 * ResumeBudget#MAX_BYTES} bytes, and reads the rest over HTTP. A client of the first protocol is
 * live at once.
 */
@Singleton
public class Resumption {

  private static final Logger LOG = Logger.getLogger(Resumption.class);

  private final JobQueues<Connection> jobs;
  private final Progress progress;
  private final CatchingUp catchingUp;
  private final Conversations conversations;
  private final SingleConversations single;
  private final CatchUps catchUps;
  private final FrameEncoder encoder;
  private final Map<Connection, List<ConversationEntry>> greeted = new ConcurrentHashMap<>();
  private final Counter resumes;
  private final Counter broken;

  Resumption(
      JobQueues<Connection> jobs,
      Progress progress,
      CatchingUp catchingUp,
      Conversations conversations,
      SingleConversations single,
      CatchUps catchUps,
      FrameEncoder encoder,
      MeterRegistry metrics) {
    this.jobs = jobs;
    this.progress = progress;
    this.catchingUp = catchingUp;
    this.conversations = conversations;
    this.single = single;
    this.catchUps = catchUps;
    this.encoder = encoder;
    this.resumes = metrics.counter("parley.resumes");
    this.broken = metrics.counter("parley.resumes.failed");
  }

  /** The connection has opened; its conversations are not known yet. */
  public void opened(Connection connection) {
    jobs.hold(connection);
    conversations.expect(connection.userId());
  }

  /** These are its conversations: a client of the second protocol is to begin with its resume. */
  public void greeted(Connection connection, ConversationLists.Found found) {
    conversations.join(connection, found.entries(), found.isComplete());
    greeted.put(connection, found.entries());
  }

  /** A client of the first protocol is live now. */
  public Uni<Void> beginWithout(Connection connection) {
    List<ConversationEntry> entries = greeted.remove(connection);
    return begin(connection, () -> enterAll(connection, entries));
  }

  private Uni<Void> enterAll(Connection connection, List<ConversationEntry> entries) {
    ResumeBudget budget = new ResumeBudget();
    return oneAfterTheOther(
        entries.stream().filter(Resumption::isOfTheFirstProtocol).toList(),
        entry ->
            catchingUp.run(
                catchUps.silent(
                    connection, entry.conversation(), entry.lastSeq(), Sequence.NONE, budget)));
  }

  private static boolean isOfTheFirstProtocol(ConversationEntry entry) {
    return switch (entry.conversation()) {
      case ConversationId.Global global -> true;
      case ConversationId.Direct direct -> true;
      case ConversationId.Room room -> false;
      case ConversationId.Inbox inbox -> false;
    };
  }

  /** Returns when it is done, or has failed and the connection is on its way out. */
  public Uni<Void> resume(Connection connection, ClientFrame.Resume resume) {
    List<ConversationEntry> entries = greeted.remove(connection);
    return entries == null
        ? Uni.createFrom().voidItem()
        : begin(connection, () -> resume(connection, entries, resume.conversations()));
  }

  private Uni<Void> begin(Connection connection, Supplier<Uni<Void>> work) {
    resumes.increment();
    return Uni.createFrom()
        .emitter(
            emitter ->
                jobs.begin(
                    connection,
                    waited ->
                        work.get()
                            .onFailure()
                            .invoke(failure -> giveUp(connection, failure))
                            .onFailure()
                            .recoverWithNull()
                            .onTermination()
                            .invoke(() -> emitter.complete(null))));
  }

  private void giveUp(Connection connection, Throwable failure) {
    broken.increment();
    LOG.warnf("%s could not resume: %s", connection, failure.getMessage());
    connection.close(Closing.UNAVAILABLE);
  }

  private Uni<Void> resume(
      Connection connection,
      List<ConversationEntry> entries,
      Map<ConversationId, Sequence> cursors) {
    ResumeBudget budget = new ResumeBudget();
    Set<ConversationId> known =
        entries.stream().map(ConversationEntry::conversation).collect(Collectors.toSet());
    List<ConversationId> others =
        cursors.keySet().stream().filter(asked -> !known.contains(asked)).toList();
    return oneAfterTheOther(
            entries, entry -> resume(connection, entry, cursors.get(entry.conversation()), budget))
        .chain(() -> resumeOthers(connection, others, cursors, budget));
  }

  /**
   * @param cursor null where the client wants nothing of before: live begins at its welcome
   */
  private Uni<Void> resume(
      Connection connection, ConversationEntry entry, Sequence cursor, ResumeBudget budget) {
    if (cursor != null) {
      return catchUp(connection, entry, cursor, budget);
    }
    Sequence begin = entry.lastSeq();
    connection.send(encoder.encode(ServerFrame.Resumed.upTo(begin, entry.conversation(), true)));
    return catchingUp.run(catchUps.silent(connection, entry.conversation(), begin, begin, budget));
  }

  private Uni<Void> catchUp(
      Connection connection, ConversationEntry entry, Sequence cursor, ResumeBudget budget) {
    return catchingUp.run(
        catchUps.announced(connection, entry.conversation(), cursor, entry.lastSeq(), budget));
  }

  /** The history service is asked for all of them together: there may be more than a thousand. */
  private Uni<Void> resumeOthers(
      Connection connection,
      List<ConversationId> others,
      Map<ConversationId, Sequence> cursors,
      ResumeBudget budget) {
    if (others.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.join()
        .all(others.stream().map(other -> find(connection, other)).toList())
        .andFailFast()
        .chain(
            found ->
                oneAfterTheOther(
                    IntStream.range(0, others.size()).boxed().toList(),
                    i -> {
                      ConversationId other = others.get(i);
                      return resumeOther(
                          connection, other, found.get(i), cursors.get(other), budget);
                    }));
  }

  /** One that is not among the latest, or not this user's. */
  private Uni<Optional<ConversationEntry>> find(Connection connection, ConversationId asked) {
    return mayBeOf(connection.userId(), asked)
        ? single.find(connection.userId(), asked)
        : Uni.createFrom().item(Optional.empty());
  }

  private Uni<Void> resumeOther(
      Connection connection,
      ConversationId asked,
      Optional<ConversationEntry> found,
      Sequence cursor,
      ResumeBudget budget) {
    if (found.isEmpty()) {
      return tellNotFound(connection, asked);
    }
    conversations.join(connection, found.get());
    return catchUp(connection, found.get(), cursor, budget);
  }

  private static boolean mayBeOf(UserId user, ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Global global -> true;
      case ConversationId.Direct direct -> direct.isBetween(user);
      case ConversationId.Room room -> true;
      case ConversationId.Inbox(UserId owner) -> owner.equals(user);
    };
  }

  private Uni<Void> tellNotFound(Connection connection, ConversationId conversation) {
    connection.send(encoder.encode(ServerFrame.Resumed.notFound(conversation)));
    return Uni.createFrom().voidItem();
  }

  private static <T> Uni<Void> oneAfterTheOther(List<T> all, Function<T, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(work::apply)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** The connection has closed. */
  public void closed(Connection connection) {
    greeted.remove(connection);
    jobs.forget(connection);
    progress.forget(connection);
    conversations.forget(connection.userId());
  }
}
