package dev.parley.gateway.history;

import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.protocol.internal.ReadMessages.Range;
import dev.parley.protocol.internal.StoredMessage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads what is stored. Those who read at the same time share a request, and those who read the
 * same range share its answer.
 */
@Singleton
public class StoredMessages {

  private static final int MAX_WAITING = 20_000;

  private final BatchedLookUp<Range, List<StoredMessage>> lookUp;

  StoredMessages(HistoryReplicas history, Vertx vertx) {
    this.lookUp =
        new BatchedLookUp<>(
            "messages in the history service",
            vertx,
            ReadMessages.MAX_RANGES,
            MAX_WAITING,
            ranges -> read(history, ranges));
  }

  private static Uni<Map<Range, List<StoredMessage>>> read(
      HistoryReplicas history, List<Range> ranges) {
    return history
        .ask(service -> service.messages(new ReadMessages.Request(ranges)))
        .map(
            answer ->
                answer.stretches().stream()
                    .collect(
                        Collectors.toMap(
                            ReadMessages.Stretch::range, ReadMessages.Stretch::messages)));
  }

  /**
   * All that is stored of this range, in order; fails with {@code UNAVAILABLE} where the history
   * service is away. A range that had no room in an answer is asked for again.
   */
  public Uni<List<StoredMessage>> read(Range range) {
    return lookUp
        .find(range)
        .chain(
            found ->
                found
                    .map(messages -> Uni.createFrom().item(messages))
                    .orElseGet(() -> read(range)));
  }
}
