package dev.parley.system.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
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

  /** Whoever has many users, or guesses tokens. */
  @Test
  void anAddressHasSoManySocketsAndTheOthersGoOn() {
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    List<TestingChatClient> sockets = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      sockets.add(from("203.0.113.9", i % 2 == 0 ? ada : bob));
    }
    sockets.forEach(socket -> socket.await("welcome"));
    assertEquals(1013, from("203.0.113.9", bob).closeCode());
    sockets.add(from("203.0.113.10", bob));
    sockets.getLast().await("welcome");
    sockets.getLast().chat("c-1", "still here", ada.username());
    sockets.getFirst().awaitChat("still here");
    sockets.forEach(TestingChatClient::close);
  }

  private TestingChatClient from(String address, TestingAccount account) {
    return TestingHandshake.to(stack.gateway(0))
        .secondProtocol()
        .bearer(account.token())
        .header("X-Forwarded-For", address)
        .begin();
  }
}
