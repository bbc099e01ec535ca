package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithFaultStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G6: the news of a logout is lost, its effect is not. */
@WithFaultStack
class SessionFaultTest {

  private final RunningStack stack;
  private final TestingAccount ada;

  SessionFaultTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void aLogoutWhileRedisIsDownClosesItsSocketsEverywhereWhenRedisIsBack() {
    closedAfter(() -> stack.redis().kill(), () -> stack.redis().restart());
  }

  @Test
  void aLogoutWhileRedisHangsClosesItsSocketsEverywhereWhenRedisIsBack() {
    closedAfter(() -> stack.redis().pause(), () -> stack.redis().resume());
  }

  private void closedAfter(Runnable end, Runnable begin) {
    TestingAccount other = ada.onAnotherDevice();
    try (TestingChatClient one = ada.secondProtocol(stack.gateway(0));
        TestingChatClient two = ada.secondProtocol(stack.gateway(1));
        TestingChatClient stays = other.secondProtocol(stack.gateway(1))) {
      List.of(one, two, stays).forEach(client -> client.await("presence"));
      end.run();
      HttpAnswer logout = ada.me().post("/logout");
      logout.expect(200);
      begin.run();
      assertEquals(4001, one.closeCode());
      assertEquals(4001, two.closeCode());
      stays.chat("c-1", "still here", ada.username());
      stays.await("ack");
    }
  }
}
