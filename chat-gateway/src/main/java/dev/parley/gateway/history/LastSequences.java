package dev.parley.gateway.history;

import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadLastSequences;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far logs go. Those who ask at the same time share a request. */
@Singleton
public class LastSequences {

  private static final int MAX_WAITING = 100_000;

  private final BatchedLookUp<ConversationId, Sequence> lookUp;

  LastSequences(HistoryReplicas history, Vertx vertx) {
    this.lookUp =
        new BatchedLookUp<>(
            "last sequences in the history service",
            vertx,
            ReadLastSequences.MAX_CONVERSATIONS,
            MAX_WAITING,
            conversations -> read(history, conversations));
  }

  private static Uni<Map<ConversationId, Sequence>> read(
      HistoryReplicas history, List<ConversationId> conversations) {
    return history
        .ask(service -> service.lastSequences(new ReadLastSequences.Request(conversations)))
        .map(
            answer ->
                answer.lastSeqs().entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            found -> ConversationId.parse(found.getKey()), Map.Entry::getValue)));
  }

  /** Read after the call; of a log that does not exist yet, "before the first event". */
  public Uni<Sequence> of(ConversationId conversation) {
    return lookUp.find(conversation).map(found -> found.orElse(Sequence.NONE));
  }
}
