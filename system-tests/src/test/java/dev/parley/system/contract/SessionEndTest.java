package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.socket.ClosedSocket;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G6: tokens that are not valid, or no longer: accepted, then 4001. */
@WithStack
class SessionEndTest {

  private static final ClosedSocket NOT_VALID =
      new ClosedSocket(4001, "Invalid or expired session token");

  private final RunningStack stack;

  SessionEndTest(RunningStack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "' OR 1=1 --",
        "\u0000",
        "\u05D0\uD83D\uDE00",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void aBadTokenIsAcceptedAndThenClosed(String token) {
    TestingChatClient socket = TestingHandshake.to(stack.edge()).token(token).open();
    assertEquals(NOT_VALID, socket.closed());
    assertEquals(0, socket.frames().size());
  }

  @Test
  void soIsNoTokenAtAllAndTheSecondProtocol() {
    assertEquals(NOT_VALID, TestingHandshake.to(stack.edge()).open().closed());
    assertEquals(
        NOT_VALID,
        TestingHandshake.to(stack.edge()).secondProtocol().bearer("garbage").open().closed());
  }

  @Test
  void aTokenThatWasLoggedOutIsNoLongerGood() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    ada.me().post("/logout").expect(200);
    assertEquals(NOT_VALID, ada.firstProtocol(stack.gateway(0)).closed());
  }

  @Test
  void logoutClosesTheSocketsOfThatSessionOnEveryGatewayAndNoOthers() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    try (TestingChatClient phone = ada.onAnotherDevice().firstProtocol(stack.gateway(0))) {
      TestingChatClient one = ada.firstProtocol(stack.gateway(0));
      TestingChatClient other = ada.firstProtocol(stack.gateway(1));
      one.await("user_list_update");
      other.await("user_list_update");
      ada.me().post("/logout").expect(200);
      assertEquals(4001, one.closeCode());
      assertEquals(4001, other.closeCode());
      phone.chat("still here");
      phone.awaitChat("still here");
    }
  }
}
