package dev.parley.history.reset;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ResetTest {

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;

  @Test
  void afterAResetAllBeginsAgain() {
    TestingUser ada = accounts.open("ada");
    gateway.append(ada.toAll("before"), ada.to(ada, "before"));
    gateway.resetEverything();
    ada.get("/messages/global").body("$", empty());
    assertEquals(
        List.of(new ConversationId.Inbox(ada.user().id()), ConversationId.GLOBAL),
        gateway.conversationsOf(ada).stream().map(ConversationEntry::conversation).toList());
    gateway.append(ada.toAll("after"));
    assertEquals(new Sequence(1), gateway.entryOf(ada, ConversationId.GLOBAL).lastSeq());
  }

  @Test
  void strangersResetNothing() {
    TestingGateway.atInternalPort()
        .post("/internal/reset")
        .then()
        .statusCode(401)
        .body("code", equalTo("service_secret_required"));
  }
}
