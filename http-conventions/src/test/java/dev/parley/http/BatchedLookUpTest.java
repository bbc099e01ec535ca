package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchedLookUpTest {

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final BatchedLookUp<String, Integer> lookUp =
      new BatchedLookUp<>("numbers", vertx, 3, 4, this::request);

  /** A request that waits for its answer. */
  private record Asked(List<String> keys, CompletableFuture<Map<String, Integer>> answer) {}

  private Uni<Map<String, Integer>> request(List<String> keys) {
    Asked request = new Asked(keys, new CompletableFuture<>());
    asked.add(request);
    return Uni.createFrom().completionStage(request.answer());
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatWaitsGoesWithTheNextRequest() {
    CompletableFuture<Optional<Integer>> one = find("one");
    Asked first = next();
    CompletableFuture<Optional<Integer>> two = find("two");
    CompletableFuture<Optional<Integer>> again = find("two");
    CompletableFuture<Optional<Integer>> three = find("three");
    CompletableFuture<Optional<Integer>> four = find("four");
    assertEquals(List.of("one"), first.keys());
    first.answer().complete(Map.of("one", 1));
    assertEquals(Optional.of(1), one.join());

    Asked second = next();
    assertEquals(List.of("two", "three"), second.keys());
    second.answer().complete(Map.of("two", 2));
    assertEquals(Optional.of(2), two.join());
    assertEquals(Optional.of(2), again.join());
    assertEquals(Optional.empty(), three.join());

    Asked third = next();
    assertEquals(List.of("four"), third.keys());
    third.answer().complete(Map.of());
    assertEquals(Optional.empty(), four.join());
  }

  @Test
  void aFullQueueIsUnavailable() {
    CompletableFuture<Optional<Integer>> first = find("first");
    Asked request = next();
    List<CompletableFuture<Optional<Integer>>> waiting =
        Stream.of("a", "b", "c", "d").map(this::find).toList();
    assertUnavailable(find("too many"));
    request.answer().complete(Map.of());
    assertEquals(Optional.empty(), first.join());
    next().answer().complete(Map.of());
    next().answer().complete(Map.of());
    waiting.forEach(CompletableFuture::join);
  }

  @Test
  void afterAFailureTheNextOnesAreAsked() {
    CompletableFuture<Optional<Integer>> failed = find("failed");
    next().answer().completeExceptionally(new IllegalStateException("away"));
    assertUnavailable(failed);
    CompletableFuture<Optional<Integer>> later = find("later");
    next().answer().complete(Map.of("later", 5));
    assertEquals(Optional.of(5), later.join());
  }

  private static void assertUnavailable(CompletableFuture<?> lookUp) {
    ParleyException failure =
        (ParleyException) assertThrows(CompletionException.class, lookUp::join).getCause();
    assertEquals(ErrorCode.UNAVAILABLE, failure.code());
  }

  private CompletableFuture<Optional<Integer>> find(String key) {
    return lookUp.find(key).subscribeAsCompletionStage();
  }

  private Asked next() {
    try {
      Asked request = asked.poll(10, TimeUnit.SECONDS);
      assertNotNull(request, "no request was sent");
      return request;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
