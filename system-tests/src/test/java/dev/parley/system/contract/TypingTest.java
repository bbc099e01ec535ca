package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code typing}, first protocol, between two gateways. */
@WithStack
class TypingTest {

  private final RunningStack stack;
  private final Pair pair;

  TypingTest(RunningStack stack) {
    this.stack = stack;
    pair = Pair.connected(stack);
  }

  @AfterEach
  void disconnect() {
    pair.close();
  }

  @Test
  void everybodyButTheTypistSeesTyping() {
    pair.adas().send(typing(true, null));
    JsonNode started = pair.bobs().await("typing");
    Wire.assertHasFields(started, "type", "username", "is_typing", "recipient");
    assertEquals(pair.ada().username(), started.get("username").asText());
    assertTrue(started.get("is_typing").booleanValue(), started.toString());
    assertTrue(started.get("recipient").isNull(), started.toString());
    pair.adas().send(typing(false, null));
    assertTrue(!pair.bobs().await("typing").get("is_typing").booleanValue());
    pair.settle();
    assertEquals(List.of(), pair.adas().frames("typing"));
  }

  @Test
  void privateTypingIsSeenByTheRecipientAlone() {
    TestingAccount carol = TestingAccount.register(stack.edge(), "carol");
    try (TestingChatClient carols = carol.firstProtocol(stack.gateway(1))) {
      carols.await("user_list_update");
      pair.adas().send(typing(true, pair.bob().username()));
      JsonNode seen = pair.bobs().await("typing");
      assertEquals(pair.bob().username(), seen.get("recipient").asText());
      pair.settle();
      carols.awaitChat("bob settles " + pair.bob().username());
      assertEquals(List.of(), carols.frames("typing"));
      assertEquals(List.of(), pair.adas().frames("typing"));
    }
  }

  private static Map<String, Object> typing(boolean isTyping, String recipient) {
    Map<String, Object> frame = new HashMap<>();
    frame.put("type", "typing");
    frame.put("is_typing", isTyping);
    frame.put("recipient", recipient);
    return frame;
  }
}
