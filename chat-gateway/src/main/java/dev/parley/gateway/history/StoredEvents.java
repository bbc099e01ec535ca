package dev.parley.gateway.history;

import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.internal.ReadEvents.Found;
import dev.parley.protocol.internal.ReadEvents.Range;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what is stored. Those who read at the same time share a request, and those who read the
 * same range share its answer.
 */
@Singleton
public class StoredEvents {

  private static final int MAX_WAITING = 20_000;

  private final BatchedLookUp<Range, Found> lookUp;

  StoredEvents(HistoryReplicas history, Vertx vertx) {
    this.lookUp =
        new BatchedLookUp<>(
            "events in the history service",
            vertx,
            ReadEvents.MAX_RANGES,
            MAX_WAITING,
            ranges -> read(history, ranges));
  }

  private static Uni<Map<Range, Found>> read(HistoryReplicas history, List<Range> ranges) {
    return history
        .ask(service -> service.events(new ReadEvents.Request(ranges)))
        .map(
            answer ->
                answer.found().stream()
                    .collect(Collectors.toMap(Found::range, Function.identity())));
  }

  /**
   * All that is stored of this range, in order; fails with {@code UNAVAILABLE} where the history
   * service is away. A range that had no room in an answer is asked for again.
   */
  public Uni<Found> read(Range range) {
    return lookUp
        .find(range)
        .chain(found -> found.map(it -> Uni.createFrom().item(it)).orElseGet(() -> read(range)));
  }
}
