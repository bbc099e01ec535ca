package dev.parley.stack.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UpstreamTest {

  private static final List<URI> THREE =
      List.of(
          URI.create("http://127.0.0.1:1"),
          URI.create("http://127.0.0.1:2"),
          URI.create("http://127.0.0.1:3"));

  @Test
  void everyReplicaHasItsTurn() {
    Upstream upstream = threeReplicas();
    assertEquals(List.of(1, 2, 3), ports(upstream));
    assertEquals(List.of(2, 3, 1), ports(upstream));
    assertEquals(List.of(3, 1, 2), ports(upstream));
    assertEquals(List.of(1, 2, 3), ports(upstream));
  }

  @Test
  void oneThatFailedComesLast() {
    Upstream upstream = threeReplicas();
    upstream.inTurn().getFirst().failed();
    assertEquals(List.of(2, 3, 1), ports(upstream));
    assertEquals(List.of(3, 2, 1), ports(upstream));
    upstream.inTurn().getLast().answered();
    assertEquals(List.of(2, 3, 1), ports(upstream));
    assertEquals(List.of(3, 1, 2), ports(upstream));
  }

  @Test
  void afterSomeSecondsItIsTriedAgain() {
    AtomicLong nanos = new AtomicLong();
    Replica replica = new Replica(URI.create("http://127.0.0.1:1"), () -> true, nanos::get);
    replica.failed();
    assertTrue(replica.isAvoided());
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertFalse(replica.isAvoided());
  }

  @Test
  void oneThatIsNotReadyComesLastUntilItIs() {
    Set<URI> unready = new HashSet<>(Set.of(URI.create("http://127.0.0.1:1")));
    Upstream upstream = new Upstream(THREE, uri -> !unready.contains(uri));
    assertEquals(List.of(2, 3, 1), ports(upstream));
    unready.clear();
    assertEquals(List.of(2, 3, 1), ports(upstream));
    assertEquals(List.of(3, 1, 2), ports(upstream));
    assertEquals(List.of(1, 2, 3), ports(upstream));
  }

  private static Upstream threeReplicas() {
    return new Upstream(THREE);
  }

  private static List<Integer> ports(Upstream upstream) {
    return upstream.inTurn().stream().map(Replica::port).toList();
  }
}
