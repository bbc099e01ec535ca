package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.stack.ServiceProcess;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithFaultStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** G1 and G4 where a history service is away: another one stores, or the sender learns of it. */
@Tag("long")
@WithFaultStack
class HistoryFaultTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(3);

  private final RunningStack stack;

  HistoryFaultTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void oneThatIsKilledCostsNobodyMoreThanFiveSeconds() {
    theOtherStores(ServiceProcess::kill);
  }

  @Test
  void oneThatHangsCostsNobodyMoreThanFiveSeconds() {
    theOtherStores(ServiceProcess::pause);
  }

  /** So that no sender has to be told to try again. */
  private void theOtherStores(Consumer<ServiceProcess> fault) {
    try (Crowd crowd = Crowd.of(10, stack).talk().awaitAcknowledged(50)) {
      fault.accept(stack.history(0));
      crowd.awaitAcknowledged(100);
      crowd.hush();
      assertTrue(crowd.longestWait().compareTo(PATIENCE) < 0, "waited " + crowd.longestWait());
      assertEquals(List.of(), crowd.errors());
      assertEquals(List.of(), crowd.closeCodes());
      stack.repair();
      crowd.assertEverybodyHasEverythingOnce(SOON);
    }
  }

  @Test
  void withoutAnyTheSenderIsToldToTryAgainAndTheSameClientIdIsStoredOnceLater() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    try (TestingChatClient client = ada.secondProtocol(stack.gateway(0))) {
      client.await("welcome");
      stack.history(0).kill();
      stack.history(1).kill();
      client.chat("c-1", "stored once", ada.username());
      JsonNode error = client.awaitAll(TestingChatClient.isOfType("error"), 1, PATIENCE).getFirst();
      assertEquals("save_failed", error.get("code").asText());
      assertEquals("c-1", error.get("client_id").asText());
      assertTrue(error.get("retry_after_ms").longValue() > 0, error.toString());

      stack.repair();
      JsonNode ack = sendUntilStored(client, ada);
      client.chat("c-1", "stored once", ada.username());
      JsonNode again = client.await("ack");
      assertTrue(again.get("duplicate").booleanValue(), again.toString());
      assertEquals(ack.get("seq"), again.get("seq"));
      assertEquals(
          List.of("stored once"),
          ada.me()
              .get("/messages/direct/" + ada.username())
              .expect(200)
              .json()
              .findValuesAsText("content"));
    }
  }

  /** As a client does: again after each error. */
  private static JsonNode sendUntilStored(TestingChatClient client, TestingAccount ada) {
    return Eventually.get(
        "the message to be stored",
        Crowd.LIMIT,
        () -> {
          client.chat("c-1", "stored once", ada.username());
          return client.await(
              frame -> List.of("ack", "error").contains(frame.path("type").asText()), "an answer");
        },
        answer -> answer.get("type").asText().equals("ack"));
  }
}
