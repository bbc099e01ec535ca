package dev.parley.system.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;

/** Somebody at the first gateway who must not notice what a test does to it. */
public final class Bystander implements AutoCloseable {

  private final ServiceLogs logs;
  private final TestingChatClient socket;

  public Bystander(RunningStack stack) {
    logs = new ServiceLogs(stack);
    socket = TestingAccount.register(stack.edge(), "bystander").firstProtocol(stack.gateway(0));
    socket.await("user_list_update");
  }

  /** What the bystander hears. */
  public TestingChatClient socket() {
    return socket;
  }

  /** Everything still serves, and no service has logged an error. */
  public void assertUndisturbed() {
    String word = "still here " + RandomLetters.of(8);
    socket.chat(word);
    socket.awaitChat(word);
    assertEquals(List.of(), logs.trouble());
  }

  @Override
  public void close() {
    socket.close();
  }
}
