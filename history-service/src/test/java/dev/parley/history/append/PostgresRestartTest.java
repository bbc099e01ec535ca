package dev.parley.history.append;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.Frames;
import dev.parley.history.Receipts;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RestartablePostgres.class, restrictToAnnotatedClass = true)
class PostgresRestartTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int SENDERS = 8;

  RestartablePostgres postgres;
  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;
  @Inject GroupCommit commits;

  private final Map<String, Receipt> acknowledged = new ConcurrentHashMap<>();
  private volatile boolean stopped;
  private TestingUser ada;
  private TestingUser bob;

  @BeforeEach
  void twoUsers() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
  }

  @Test
  void nothingAcknowledgedIsLostWhenPostgresIsKilled() {
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SENDERS; i++) {
        String sender = "sender-" + i + "-";
        senders.execute(() -> sendUntilStopped(sender));
      }
      await(() -> acknowledged.size() > 200);
      postgres.kill();
      int before = acknowledged.size();
      ada.get("/conversations").statusCode(503).body("code", equalTo("unavailable"));
      postgres.startAgain();
      await(() -> acknowledged.size() > before + 200);
      stopped = true;
    }
    assertEachIsStoredOnceInItsPlace(allOf(ada.with(bob)));
    ada.get("/conversations").statusCode(200);
  }

  /** As a gateway does: the same message again until it is acknowledged. */
  private void sendUntilStopped(String sender) {
    for (int i = 0; !stopped; i++) {
      String clientId = sender + i;
      boolean sent = false;
      while (!sent && !stopped) {
        sent = send(clientId);
      }
    }
  }

  private boolean send(String clientId) {
    try {
      List<Receipt> receipts =
          commits.append(List.of(ada.to(bob, clientId, clientId))).toCompletableFuture().join();
      acknowledged.put(clientId, receipts.getFirst());
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  private List<Event> allOf(ConversationId conversation) {
    List<Event> all = new ArrayList<>();
    List<Event> page = gateway.read(conversation, 1, Integer.MAX_VALUE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = gateway.read(conversation, all.size() + 1L, Integer.MAX_VALUE);
    }
    return all;
  }

  private void assertEachIsStoredOnceInItsPlace(List<Event> stored) {
    Map<String, Long> places = new ConcurrentHashMap<>();
    for (Event message : stored) {
      assertEquals(places.size() + 1L, message.seq().value());
      places.put(Frames.contents(List.of(message)).getFirst(), message.seq().value());
    }
    acknowledged.forEach(
        (clientId, receipt) -> assertEquals(Receipts.seq(receipt).value(), places.get(clientId)));
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), "in time");
      LockSupport.parkNanos(1_000_000);
    }
  }
}
