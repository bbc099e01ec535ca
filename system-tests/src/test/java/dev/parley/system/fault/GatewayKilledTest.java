package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithFaultStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.ResumingClient;
import dev.parley.testing.TestingAccount;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** G1, G2, G3 where a gateway ends without a word. */
@WithFaultStack
class GatewayKilledTest {

  private static final int BURST = 200;
  private static final Duration SOON = Duration.ofSeconds(3);

  private final RunningStack stack;

  GatewayKilledTest(RunningStack stack) {
    this.stack = stack;
  }

  /** It may have committed what it did not publish: then nobody but the feed tells the others. */
  @Test
  void whatItCommittedReachesTheClientsOfTheOthersSoon() {
    try (Crowd listeners = Crowd.of(4, stack);
        ResumingClient speaker = client()) {
      List<CompletableFuture<?>> receipts =
          Stream.<CompletableFuture<?>>generate(() -> speaker.send(RandomLetters.of(20)))
              .limit(BURST)
              .toList();
      CompletableFuture.anyOf(receipts.toArray(CompletableFuture[]::new)).join();
      stack.gatewayProcess(0).kill();
      listeners.at(1).forEach(listener -> assertEquals(List.of(), listener.closes()));
      listeners.assertEverybodyHasEverythingOnce(SOON);
    }
  }

  /** Only to the one that is going to end. */
  private ResumingClient client() {
    return new ResumingClient(
        TestingAccount.register(stack.edge(), "speaker"), List.of(stack.gateway(0)));
  }

  @Test
  void underLoadEverybodyGoesOnAtTheOtherAndNothingIsLost() {
    try (Crowd crowd = Crowd.of(10, stack).talk().awaitAcknowledged(50)) {
      stack.gatewayProcess(0).kill();
      crowd.awaitAcknowledged(100);
      crowd.hush();
      crowd.assertEverybodyHasEverythingOnce(SOON);
      assertEquals(List.of(), crowd.finalErrors());
    }
  }
}
