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
  void messagesOfManyConversationsComeBackEqual() {
    List<RelayedMessage> messages =
        List.of(
            message(ConversationId.GLOBAL, 7, "{\"a\":\"x\\ny \"}", null),
            message(DIRECT, 1, "{}", "{\"delivered\":true}"),
            message(DIRECT, 2, "{}", "{}"),
            message(ConversationId.GLOBAL, 8, "{}", null));
    assertEquals(messages, RelayCodec.decode(RelayCodec.encode(messages)));
  }

  @Test
  void halfAMessageIsRefused() {
    String payload = RelayCodec.encode(List.of(message(DIRECT, 1, "{}", "{}")));
    for (int end = payload.lastIndexOf('\n'); end > 0; end = payload.lastIndexOf('\n', end - 1)) {
      String half = payload.substring(0, end);
      assertThrows(IllegalArgumentException.class, () -> RelayCodec.decode(half));
    }
    assertThrows(IllegalArgumentException.class, () -> RelayCodec.decode("dm-12-57 7\n{}\n{}"));
  }

  private static RelayedMessage message(
      ConversationId conversation, long seq, String chat, String chatSent) {
    return new RelayedMessage(conversation, new Sequence(seq), new UserId(12), chat, chatSent);
  }
}
