package dev.parley.gateway.firstprotocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.relay.RelayedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstProtocolTest {

  private static final UserId ADA = new UserId(12);
  private static final UserId BOB = new UserId(57);
  private static final ConversationId DIRECT = ConversationId.between(ADA, BOB);
  private static final ConversationId NOTES = ConversationId.between(ADA, ADA);
  private static final String CHAT = "{\"type\":\"chat\",\"content\":\"hi\"}";
  private static final String SENT =
      "{\"type\":\"chat_sent\",\"content\":\"hi\",\"delivered\":true}";

  private final FirstProtocol protocol = new FirstProtocol(new ObjectMapper(), user -> true);

  @Test
  void aMessageToEverybodyIsTheSameForAll() {
    RelayedEvent event = event(ConversationId.GLOBAL, "chat", 12);
    assertTrue(FirstProtocol.isTheSame(event));
    assertEquals(Optional.of(CHAT), frame(event, BOB));
    assertEquals(Optional.of(CHAT), frame(event, ADA));
  }

  @Test
  void theSenderOfADirectMessageHearsThatItWasSent() {
    RelayedEvent event = event(DIRECT, "chat", 12);
    assertFalse(FirstProtocol.isTheSame(event));
    assertEquals(Optional.of(SENT), frame(event, ADA));
    assertEquals(Optional.of(CHAT), frame(event, BOB));
  }

  @Test
  void aNoteToOneselfComesBothWays() {
    assertEquals(Optional.of(SENT + CHAT), frame(event(NOTES, "chat", 12), ADA));
  }

  @Test
  void otherEventsAndOtherConversationsAndDeletedMessagesDoNotExist() {
    assertEquals(Optional.empty(), frame(event(ConversationId.GLOBAL, "edited", 3), BOB));
    assertEquals(Optional.empty(), frame(event(DIRECT, "reacted", 0), BOB));
    assertEquals(Optional.empty(), frame(event(ConversationId.GLOBAL, "chat", 0), BOB));
    assertEquals(Optional.empty(), frame(event(new ConversationId.Room(34), "chat", 12), BOB));
    assertEquals(Optional.empty(), frame(event(new ConversationId.Inbox(BOB), "added", 0), BOB));
    assertFalse(FirstProtocol.isTheSame(event(ConversationId.GLOBAL, "deleted", 3)));
  }

  private Optional<String> frame(RelayedEvent event, UserId reader) {
    return protocol
        .frameFor(event, EncodedFrame.ofJson(event.json()), reader)
        .map(FirstProtocolTest::text);
  }

  /** All of its frames are short: two bytes go before each. */
  private static String text(EncodedFrame frame) {
    StringBuilder text = new StringBuilder();
    var bytes = frame.view();
    while (bytes.isReadable()) {
      bytes.skipBytes(1);
      text.append(bytes.readCharSequence(bytes.readByte(), StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static RelayedEvent event(ConversationId conversation, String type, long subject) {
    return new RelayedEvent(conversation, new Sequence(7), type, subject, CHAT, null);
  }
}
