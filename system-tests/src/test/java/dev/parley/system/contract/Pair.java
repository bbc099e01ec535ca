package dev.parley.system.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.stream.StreamSupport;

/**
 * Two users of the first protocol on different gateways, each with one socket, who see each other
 * online.
 */
public record Pair(
    TestingAccount ada, TestingAccount bob, TestingChatClient adas, TestingChatClient bobs)
    implements AutoCloseable {

  public static Pair connected(RunningStack stack) {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    Pair pair =
        new Pair(
            ada, bob, ada.firstProtocol(stack.gateway(0)), bob.firstProtocol(stack.gateway(1)));
    awaitOnline(pair.adas, bob);
    awaitOnline(pair.bobs, ada);
    return pair;
  }

  /** Waits for a user list with this user in it. */
  static JsonNode awaitOnline(TestingChatClient client, TestingAccount account) {
    return client.await(
        frame -> lists(frame, account.username()), "a user list with " + account.username());
  }

  static boolean lists(JsonNode frame, String username) {
    return TestingChatClient.isOfType("user_list_update").test(frame)
        && StreamSupport.stream(frame.path("users").spliterator(), false)
            .anyMatch(user -> user.asText().equals(username));
  }

  /**
   * Returns when everything that was sent before has reached both sockets: a message that comes
   * after it has.
   */
  public void settle() {
    settle(adas, "ada settles " + ada.username());
    settle(bobs, "bob settles " + bob.username());
  }

  private void settle(TestingChatClient sender, String content) {
    sender.chat(content);
    adas.awaitChat(content);
    bobs.awaitChat(content);
  }

  @Override
  public void close() {
    adas.close();
    bobs.close();
  }
}
