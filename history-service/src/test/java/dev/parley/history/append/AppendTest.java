package dev.parley.history.append;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.Frames;
import dev.parley.history.Receipts;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.internal.GatewayKey;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AppendTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;

  private TestingUser ada;
  private TestingUser bob;
  private TestingUser cyd;

  @BeforeEach
  void threeUsers() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
    cyd = accounts.open("cyd");
  }

  @Test
  void aKeyOfTheGatewayStoresAMessageOnceAndIsKeptFromClients() {
    Command message = ada.to(bob, "hi").withKey(new GatewayKey("k".repeat(70)));
    Receipt stored = gateway.append(message).getFirst();
    Receipt again = gateway.append(message).getFirst();
    assertEquals(Receipts.duplicateOf(stored), again);
    assertNull(gateway.read(ada.with(bob), 1, 1).getFirst().clientId());
  }

  @Test
  void aBatchGetsItsPlacesInItsOrder() {
    List<Receipt> receipts =
        gateway.append(ada.to(bob, "one"), ada.to(cyd, "other"), bob.to(ada, "two"));
    assertEquals(
        List.of(new Sequence(1), new Sequence(1), new Sequence(2)),
        receipts.stream().map(Receipts::seq).toList());
    assertEquals(
        List.of(ada.with(bob), ada.with(cyd), ada.with(bob)),
        receipts.stream().map(Receipts::conversation).toList());
    assertTrue(receipts.stream().allMatch(Receipt.Stored.class::isInstance));
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    Command message = ada.to(bob, "<b>\n\"quoted\" \\ {curly, NULL} 😀</b> ", "c-1");
    Receipt receipt = gateway.append(message).getFirst();
    assertEquals(
        List.of(
            new Event(
                ada.with(bob),
                new Sequence(1),
                ada.user(),
                Receipts.stored(receipt).timestamp(),
                message.clientId(),
                new EventBody.Posted(
                    "<b>\n\"quoted\" \\ {curly, NULL} 😀</b> ",
                    bob.user().username(),
                    false,
                    null,
                    new Sequence(1),
                    false))),
        gateway.read(ada.with(bob), 1, 500));
  }

  @Test
  void notesToOneselfAreAConversation() {
    gateway.append(ada.to(ada, "buy milk"));
    assertEquals(List.of("buy milk"), Frames.contents(gateway.read(ada.with(ada), 1, 1)));
  }

  @Test
  void theGlobalConversationGoesOnFromItsLastPlace() {
    Receipt first = gateway.append(ada.toAll("one")).getFirst();
    Receipt second = gateway.append(bob.toAll("two")).getFirst();
    assertEquals(ConversationId.GLOBAL, Receipts.conversation(first));
    assertEquals(Receipts.seq(first).next(), Receipts.seq(second));
    assertFalse(Receipts.stored(second).timestamp().isBefore(Receipts.stored(first).timestamp()));
  }

  @Test
  void theSameClientIdLaterReturnsTheFirstPlaceAndBurnsNone() {
    Receipt first = gateway.append(ada.to(bob, "once", "c-1")).getFirst();
    List<Receipt> again = gateway.append(ada.to(bob, "once", "c-1"), ada.to(bob, "next", "c-2"));
    assertEquals(Receipts.duplicateOf(first), again.get(0));
    assertEquals(new Sequence(2), Receipts.seq(again.get(1)));
  }

  @Test
  void theSameClientIdTwiceInABatchIsStoredOnce() {
    List<Receipt> receipts =
        gateway.append(
            ada.to(bob, "once", "c-1"), ada.to(bob, "once", "c-1"), ada.to(bob, "next", "c-2"));
    assertEquals(Receipts.duplicateOf(receipts.get(0)), receipts.get(1));
    assertEquals(new Sequence(2), Receipts.seq(receipts.get(2)));
    assertEquals(2, gateway.read(ada.with(bob), 1, 500).size());
  }

  @Test
  void aDuplicateIsFoundInWhateverConversationTheFirstWentTo() {
    Receipt first = gateway.append(ada.to(bob, "to bob", "c-1")).getFirst();
    assertEquals(
        Receipts.duplicateOf(first), gateway.append(ada.to(cyd, "to cyd", "c-1")).getFirst());
    List<Receipt> inOneBatch =
        gateway.append(ada.to(bob, "to bob", "c-2"), ada.toAll("to all", "c-2"));
    assertEquals(Receipts.duplicateOf(inOneBatch.get(0)), inOneBatch.get(1));
    assertEquals(List.of(), gateway.read(ada.with(cyd), 1, 500));
  }

  @Test
  void aClientIdBelongsToItsSender() {
    gateway.append(ada.to(bob, "from ada", "c-1"));
    assertEquals(
        new Sequence(2),
        Receipts.stored(gateway.append(bob.to(ada, "from bob", "c-1")).getFirst()).seq());
  }

  @Test
  void aFullBatchOfLongMessagesIsNoTooLargeBody() {
    List<Command> messages = Collections.nCopies(500, ada.to(bob, "\u0001".repeat(3_999) + "x"));
    List<Receipt> receipts = gateway.append(messages);
    assertEquals(new Sequence(500), Receipts.seq(receipts.getLast()));
  }

  @Test
  void fiveHundredConversationsMayBeginInOneBatch() {
    List<TestingUser> others =
        IntStream.range(0, 500).mapToObj(i -> accounts.open("other")).toList();
    List<Receipt> receipts = gateway.append(others.stream().map(o -> o.to(ada, "hi")).toList());
    assertTrue(receipts.stream().allMatch(receipt -> Receipts.seq(receipt).value() == 1));
    assertEquals(502, gateway.conversationsOf(ada).size(), "with global and the inbox");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense | invalid_format
          [] | invalid_format
          null | invalid_format
          {} | invalid_format
          {"commands":[]} | invalid_field
          {"commands":[null]} | invalid_format
          {"commands":[{"conversation":"global"}]} | invalid_format
          {"commands":[{"conversation":"global","sender":{"id":1,"username":"ada"},"act":{"act":"post","content":" "}}]} | content_empty
          {"commands":[{"conversation":"global","sender":{"id":1,"username":"ada"},"act":{"act":"post","content":"a\\u0000"}}]} | content_not_storable
          {"commands":[{"conversation":"global","sender":{"id":1,"username":"ada"},"act":{"act":"post","content":"a\\ud800"}}]} | content_not_storable
          {"commands":[{"conversation":"global","sender":{"id":0,"username":"ada"},"act":{"act":"post","content":"a"}}]} | invalid_field
          {"commands":[{"conversation":"global","sender":{"id":9007199254740992,"username":"ada"},"act":{"act":"post","content":"a"}}]} | invalid_field
          {"commands":[{"conversation":"global","sender":{"id":99999999999999999999,"username":"ada"},"act":{"act":"post","content":"a"}}]} | invalid_format
          {"commands":[{"conversation":"dm-2-1","sender":{"id":1,"username":"ada"},"act":{"act":"post","content":"a"}}]} | invalid_field
          {"commands":[{"sender":{"id":1,"username":"ada"},"act":{"act":"post","content":"a"}}]} | invalid_field
          {"commands":[{"conversation":"global","client_id":"","sender":{"id":1,"username":"ada"},"act":{"act":"post","content":"a"}}]} | invalid_field
          {"commands":[{"conversation":"global","sender":{"id":1,"username":"ada"},"act":{"act":"dance","content":"a"}}]} | invalid_format
          """)
  void whatIsNoBatchIsRefused(String body, String code) {
    gateway
        .post("/internal/commands", body)
        .then()
        .statusCode(400)
        .body("code", equalTo(code))
        .body(containsString("detail"));
  }

  @Test
  void contentOfMoreThan4000CharactersIsRefused() {
    String body =
        """
        {"commands":[{"conversation":"global","sender":{"id":1,"username":"ada"},"act":{"act":"post","content":"%s"}}]}"""
            .formatted("x".repeat(4_001));
    gateway
        .post("/internal/commands", body)
        .then()
        .statusCode(400)
        .body("code", equalTo("content_too_long"));
  }

  @Test
  void strangersAreRefused() {
    TestingGateway.atInternalPort()
        .contentType("application/json")
        .body("{}")
        .post("/internal/commands")
        .then()
        .statusCode(401)
        .body("code", equalTo("service_secret_required"));
  }

  @Test
  void anOperatorSeesTheAppendInTheMetrics() {
    gateway.append(ada.toAll("hi"));
    TestingGateway.atInternalPort()
        .get("/q/metrics")
        .then()
        .body(containsString("parley_append_transaction_messages_sum"))
        .body(containsString("parley_append_waiting"))
        .body(containsString("parley_append_request_seconds_bucket"));
  }

  @Test
  void readinessSpeaksOfPostgresItsSchemaAndOfAStopAlone() {
    TestingGateway.atInternalPort()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.name",
            containsInAnyOrder(
                "Database connections health check",
                "Graceful Shutdown",
                "schema up to date",
                "not stopping"))
        .body("status", startsWith("UP"));
  }
}
