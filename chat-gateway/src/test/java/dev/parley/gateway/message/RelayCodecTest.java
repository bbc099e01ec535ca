package dev.parley.gateway.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayCodecTest {

  private static final ConversationId DIRECT = ConversationId.parse("dm-12-57");

  @Test
  void globalMessagesComeBackEqual() {
    List<RelayedMessage> messages =
        List.of(
            message(ConversationId.GLOBAL, 7, "{\"a\":\"x\\ny \"}", null),
            message(ConversationId.GLOBAL, 8, "{}", null));
    assertEquals(messages, RelayCodec.decode(RelayCodec.encode(ConversationId.GLOBAL, messages)));
  }

  @Test
  void directMessagesComeBackWithTheSendersFrame() {
    List<RelayedMessage> messages =
        List.of(message(DIRECT, 1, "{}", "{\"delivered\":true}"), message(DIRECT, 2, "{}", "{}"));
    assertEquals(messages, RelayCodec.decode(RelayCodec.encode(DIRECT, messages)));
  }

  @Test
  void halfAMessageIsRefused() {
    String payload = RelayCodec.encode(DIRECT, List.of(message(DIRECT, 1, "{}", "{}")));
    assertThrows(
        IllegalArgumentException.class,
        () -> RelayCodec.decode(payload.substring(0, payload.lastIndexOf('\n'))));
  }

  private static RelayedMessage message(
      ConversationId conversation, long seq, String chat, String chatSent) {
    return new RelayedMessage(conversation, new Sequence(seq), new UserId(12), chat, chatSent);
  }
}
