package dev.parley.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.socket.ClosedSocket;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ReceivedFramesTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Predicate<JsonNode> CHAT = TestingChatClient.isOfType("chat");

  private final ReceivedFrames frames = new ReceivedFrames();

  @Test
  void everyFrameAnswersOneWaitOnly() {
    frames.add("{\"type\":\"chat\",\"seq\":1}");
    frames.add("{\"type\":\"ack\"}");
    frames.add("{\"type\":\"chat\",\"seq\":2}");
    assertEquals(1, frames.take(CHAT, "chat", SHORT).get("seq").asInt());
    assertEquals(2, frames.take(CHAT, "chat", SHORT).get("seq").asInt());
    assertEquals(3, frames.all().size());
  }

  @Test
  void aWaitInVainShowsWhatCameInstead() {
    frames.add("{\"type\":\"error\",\"message\":\"no\"}");
    AssertionError failure =
        assertThrows(AssertionError.class, () -> frames.take(CHAT, "a chat", SHORT));
    assertTrue(failure.getMessage().contains("never got a chat"), failure.getMessage());
    assertTrue(failure.getMessage().contains("\"message\":\"no\""), failure.getMessage());
  }

  @Test
  void nobodyWaitsForAFrameOnAClosedSocket() {
    frames.closed(new ClosedSocket(4001, "gone"));
    AssertionError failure =
        assertThrows(
            AssertionError.class, () -> frames.take(CHAT, "a chat", Duration.ofMinutes(1)));
    assertTrue(failure.getMessage().contains("4001"), failure.getMessage());
    assertEquals(4001, frames.awaitClose(SHORT).code());
  }

  @Test
  void theFirstEndIsTheEnd() {
    frames.closed(new ClosedSocket(1000, ""));
    frames.closed(new ClosedSocket(1006, "lost"));
    assertEquals(1000, frames.awaitClose(SHORT).code());
  }

  @Test
  void textThatIsNoJsonIsKept() {
    frames.add("<html>");
    assertEquals("<html>", frames.all().getFirst().asText());
  }
}
