package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithFaultStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who is online, where a gateway ends without a word. */
@WithFaultStack
class PresenceFaultTest {

  /** The lease, a renewal, the grace of this stack, and what a busy machine adds. */
  private static final Duration LIMIT = Duration.ofSeconds(3 + 1 + 1 + 5);

  private final RunningStack stack;
  private final TestingAccount watcher;
  private final TestingAccount leaver;
  private final TestingAccount mover;

  PresenceFaultTest(RunningStack stack) {
    this.stack = stack;
    watcher = TestingAccount.register(stack.edge(), "watcher");
    leaver = TestingAccount.register(stack.edge(), "leaver");
    mover = TestingAccount.register(stack.edge(), "mover");
  }

  @Test
  void theUsersOfAKilledGatewayLeaveUnlessTheyCameBackElsewhere() {
    try (TestingChatClient watching = watcher.secondProtocol(stack.gateway(1));
        TestingChatClient leaving = leaver.secondProtocol(stack.gateway(0));
        TestingChatClient moving = mover.secondProtocol(stack.gateway(0))) {
      leaving.await("presence");
      moving.await("presence");
      watching.awaitAll(joined(leaver), 1, LIMIT);
      watching.awaitAll(joined(mover), 1, LIMIT);
      stack.gatewayProcess(0).kill();
      try (TestingChatClient moved = mover.secondProtocol(stack.gateway(1))) {
        moved.await("presence");
        watching.awaitAll(left(leaver), 1, LIMIT);
        assertEquals(1, count(watching, left(leaver)));
        assertEquals(0, count(watching, left(mover)));
      }
      watching.awaitAll(left(mover), 1, LIMIT);
    }
  }

  private static Predicate<JsonNode> joined(TestingAccount account) {
    return presence -> mentions(presence.path("joined"), account);
  }

  private static Predicate<JsonNode> left(TestingAccount account) {
    return presence -> mentions(presence.path("left"), account);
  }

  private static boolean mentions(JsonNode users, TestingAccount account) {
    return users.findValues("id").stream().anyMatch(id -> id.longValue() == account.id());
  }

  private static long count(TestingChatClient client, Predicate<JsonNode> kind) {
    List<JsonNode> frames = client.frames("presence");
    return frames.stream().filter(kind).count();
  }
}
