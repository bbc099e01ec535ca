package dev.parley.system.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** G7: who sends too much is stopped alone. */
@WithStack
class TooMuchTest {

  private final RunningStack stack;
  private final TestingAccount ada;

  TooMuchTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void whoSendsTooFastIsWarnedAndThenClosedWith4009() {
    TestingChatClient socket = ada.secondProtocol(stack.gateway(0));
    sendUntilClosed(socket, 20_000);
    assertEquals(4009, socket.closeCode());
    JsonNode warning = socket.frames("error").getFirst();
    assertEquals("too_many_requests", warning.get("code").asText());
    assertTrue(warning.get("retry_after_ms").longValue() > 0, warning.toString());
    assertTrue(warning.get("client_id").isTextual(), warning.toString());
  }

  private void sendUntilClosed(TestingChatClient socket, int most) {
    try {
      for (int i = 0; i < most; i++) {
        socket.chat("c-" + i, "note", ada.username());
      }
    } catch (CompletionException closed) {
      // As expected: closeCode() tells why.
    }
  }

  @Test
  void aSocketTooManyIsClosedWith4011AndTheOthersGoOn() {
    List<TestingChatClient> sockets = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sockets.add(ada.firstProtocol(stack.gateway(0)));
    }
    sockets.forEach(socket -> socket.await("user_list_update"));
    assertEquals(4011, ada.firstProtocol(stack.gateway(0)).closeCode());
    sockets.getFirst().chat("still here");
    sockets.getLast().awaitChat("still here");
    sockets.forEach(TestingChatClient::close);
  }
}
