package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicasTest {

  private static final URI ONE = URI.create("http://one");
  private static final URI TWO = URI.create("http://two");
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final Map<URI, Integer> asked = new HashMap<>();
  private final Map<URI, Throwable> failures = new HashMap<>();
  private final Replicas<URI> replicas =
      new Replicas<>(
          List.of(ONE, TWO),
          address -> address,
          new Replicas.Patience(Duration.ofMillis(200), Duration.ofMillis(20)),
          vertx);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Uni<URI> call(URI replica) {
    asked.merge(replica, 1, Integer::sum);
    Throwable failure = failures.get(replica);
    return failure == null ? Uni.createFrom().item(replica) : Uni.createFrom().failure(failure);
  }

  private URI ask() {
    return replicas.ask(this::call).await().atMost(LIMIT);
  }

  @Test
  void asksThemInTurn() {
    IntStream.range(0, 10).forEach(i -> ask());
    assertEquals(Map.of(ONE, 5, TWO, 5), asked);
  }

  @Test
  void asksTheNextWhereOneFailsAndAvoidsThatForAWhile() {
    failures.put(ONE, new IOException("away"));
    IntStream.range(0, 10).forEach(i -> assertEquals(TWO, ask()));
    assertEquals(Map.of(ONE, 1, TWO, 10), asked);
  }

  @Test
  void goesOnUntilItsPatienceIsOver() {
    failures.put(ONE, new IOException("away"));
    failures.put(TWO, new WebApplicationException(503));
    assertThrows(RuntimeException.class, this::ask);
    assertTrue(asked.get(ONE) > 2 && asked.get(TWO) > 2, asked.toString());
    assertTrue(asked.get(ONE) + asked.get(TWO) <= 24, asked.toString());
  }

  @Test
  void aRefusalIsTheSameEverywhere() {
    failures.put(ONE, new WebApplicationException(400));
    failures.put(TWO, new WebApplicationException(400));
    assertThrows(WebApplicationException.class, this::ask);
    assertEquals(1, asked.size());
  }

  /** The other one may have been slow only because it waited for what the latest has locked. */
  @Test
  void whereAllFailedTheFirstToFailIsAskedFirst() {
    failures.put(TWO, new IOException("away"));
    askOnce();
    askOnceInVain();
    askOnce();
    failures.put(ONE, new IOException("away"));
    askOnceInVain();
    assertEquals(Map.of(ONE, 3, TWO, 1), asked);
    askOnceInVain();
    assertEquals(Map.of(ONE, 3, TWO, 2), asked, "though it would be the other one's turn");
    askOnceInVain();
    assertEquals(Map.of(ONE, 4, TWO, 2), asked);
  }

  private void askOnce() {
    assertEquals(ONE, replicas.askOnce(this::call).await().atMost(LIMIT));
  }

  private void askOnceInVain() {
    assertThrows(
        CompletionException.class, () -> replicas.askOnce(this::call).await().atMost(LIMIT));
  }

  @Test
  void oneAttemptIsOneAttempt() {
    failures.put(ONE, new IOException("away"));
    failures.put(TWO, new IOException("away"));
    askOnceInVain();
    assertEquals(1, asked.size());
  }
}
