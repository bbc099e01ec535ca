package dev.parley.system.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G1 and G4 over a restart of everything. */
@WithStack
class RestartTest {

  private final RunningStack stack;

  RestartTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void historySessionsAndClientIdsSurviveARestartOfEverything() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    String toAll = "to all from " + ada.username();
    String toBob = "to bob from " + ada.username();
    JsonNode firstAck;
    try (TestingChatClient socket = ada.secondProtocol(stack.gateway(0))) {
      socket.chat("all", toAll, null);
      firstAck = socket.await("ack");
      socket.chat("bob", toBob, bob.username());
      socket.await("ack");
    }
    JsonNode globalBefore = ada.me().get("/messages/global").expect(200).json();

    stack.restart();

    Http asAda = Http.at(stack.edge()).bearing(ada.token());
    Http asBob = Http.at(stack.edge()).bearing(bob.token());
    assertEquals(globalBefore, asBob.get("/messages/global").expect(200).json());
    JsonNode direct = asBob.get("/messages/direct/" + ada.username()).expect(200).json();
    assertEquals(List.of(toBob), direct.findValuesAsText("content"));
    assertEquals(direct, asAda.get("/messages/direct/" + bob.username()).expect(200).json());
    try (TestingChatClient socket = ada.secondProtocol(stack.gateway(1))) {
      socket.chat("all", toAll, null);
      JsonNode again = socket.await("ack");
      assertTrue(again.get("duplicate").booleanValue(), again.toString());
      assertEquals(firstAck.get("seq"), again.get("seq"));
    }
  }
}
