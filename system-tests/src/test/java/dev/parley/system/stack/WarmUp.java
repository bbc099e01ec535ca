package dev.parley.system.stack;

import dev.parley.client.http.RefusedException;
import dev.parley.testing.Eventually;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/**
 * Lets somebody talk to themselves through a gateway until they are heard. The first requests of a
 * JVM are its slowest: on a busy machine they may run into a time-out that is none of a test's
 * business.
 */
final class WarmUp {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private WarmUp() {}

  static void run(URI edge, URI gateway) {
    Eventually.get(
        "a first message through " + gateway, LIMIT, () -> isHeard(edge, gateway), heard -> heard);
  }

  private static boolean isHeard(URI edge, URI gateway) {
    try {
      TestingAccount account = TestingAccount.register(edge, "warm-up");
      sayHello(account, gateway);
      account.me().get("/messages/global").expect(200);
      return true;
    } catch (AssertionError | RefusedException | UncheckedIOException notYet) {
      return false;
    }
  }

  private static void sayHello(TestingAccount account, URI gateway) {
    try (TestingChatClient client = account.secondProtocol(gateway)) {
      client.await("presence");
      client.chat("hello", "hello", account.username());
      client.await("ack");
    }
  }
}
