package dev.parley.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboundTest {

  private final Vertx vertx = Vertx.vertx();

  /** Its thread stands for the channel's event loop: an embedded channel is at home on all. */
  private final Context context = vertx.getOrCreateContext();

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final List<Throwable> failures = new ArrayList<>();
  private final Inbound inbound = new Inbound(channel, failures::add);
  private final List<String> handled = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    channel.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void whatWaitsForNothingIsHandledAtOnce() {
    arrive("a", Uni.createFrom().voidItem());
    arrive("b", Uni.createFrom().voidItem());
    assertEquals(List.of("a", "b"), handled);
    assertFalse(inbound.isBusy());
  }

  @Test
  void theNextOneWaitsForTheOneBeforeAlsoWhereThatFails() throws Exception {
    CompletableFuture<Void> first = new CompletableFuture<>();
    arrive("a", Uni.createFrom().completionStage(first));
    arrive("b", Uni.createFrom().failure(new IllegalStateException("b is broken")));
    arrive("c", Uni.createFrom().voidItem());
    assertEquals(List.of("a"), handled);
    assertTrue(inbound.isBusy());
    onContext(() -> first.complete(null));
    awaitRest();
    assertEquals(List.of("a", "b", "c"), handled);
    assertEquals("b is broken", failures.getFirst().getMessage());
  }

  @Test
  void nothingMoreIsReadWhileTooMuchWaits() throws Exception {
    CompletableFuture<Void> first = new CompletableFuture<>();
    arrive("first", Uni.createFrom().completionStage(first));
    IntStream.range(1, Inbound.MAX_WAITING).forEach(i -> arrive("+" + i, done()));
    assertTrue(isRead());
    arrive("one more", done());
    assertFalse(isRead());
    arrive("was read before", done());
    onContext(() -> first.complete(null));
    awaitRest();
    assertEquals(Inbound.MAX_WAITING + 2, handled.size());
    assertEquals("was read before", handled.getLast());
    assertTrue(isRead());
  }

  @Test
  void whatIsClosedIsNotReadAgainBecauseThereIsRoom() throws Exception {
    CompletableFuture<Void> first = new CompletableFuture<>();
    arrive("a", Uni.createFrom().completionStage(first));
    arrive("b", done());
    onContext(() -> inbound.setOpen(false));
    onContext(() -> first.complete(null));
    awaitRest();
    assertFalse(isRead());
    onContext(() -> inbound.setOpen(true));
    onContext(channel::runPendingTasks);
    assertTrue(isRead());
  }

  @Test
  void thousandsThatWaitAreNoRecursion() throws Exception {
    CompletableFuture<Void> first = new CompletableFuture<>();
    AtomicInteger count = new AtomicInteger();
    arrive("a", Uni.createFrom().completionStage(first));
    for (int i = 0; i < 20_000; i++) {
      onContext(
          () ->
              inbound.handle(
                  () -> Uni.createFrom().voidItem().invoke(done -> count.incrementAndGet())));
    }
    onContext(() -> first.complete(null));
    awaitRest();
    assertEquals(20_000, count.get());
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }

  private void arrive(String name, Uni<Void> work) {
    onContext(
        () ->
            inbound.handle(
                () -> {
                  handled.add(name);
                  return work;
                }));
  }

  private boolean isRead() {
    return channel.config().isAutoRead();
  }

  private void onContext(Runnable task) {
    CompletableFuture<Void> ran = new CompletableFuture<>();
    context.runOnContext(
        turn -> {
          task.run();
          ran.complete(null);
        });
    ran.join();
  }

  private void awaitRest() throws InterruptedException {
    for (int i = 0; inbound.isBusy() && i < 1_000; i++) {
      Thread.sleep(10);
    }
    assertFalse(inbound.isBusy());
  }
}
