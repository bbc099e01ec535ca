package dev.parley.stack.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** All replicas of one service. Thread-safe. */
public final class Upstream {

  private final List<Replica> replicas;
  private final AtomicInteger turn = new AtomicInteger();

  /** An upstream of replicas whose readiness nobody watches. */
  public Upstream(List<URI> uris) {
    this(uris, uri -> true);
  }

  /**
   * @param isReady tells whether the replica at an address is ready; called for every request, on
   *     event loops
   */
  public Upstream(List<URI> uris, Predicate<URI> isReady) {
    replicas =
        uris.stream()
            .map(uri -> new Replica(uri, () -> isReady.test(uri), System::nanoTime))
            .toList();
  }

  /**
   * All replicas. Each call starts with the next one; those that are not ready or failed lately
   * come last.
   */
  List<Replica> inTurn() {
    int first = Math.floorMod(turn.getAndIncrement(), replicas.size());
    List<Replica> ordered = new ArrayList<>(replicas.subList(first, replicas.size()));
    ordered.addAll(replicas.subList(0, first));
    ordered.sort(Comparator.comparing(Replica::isAvoided));
    return ordered;
  }
}
