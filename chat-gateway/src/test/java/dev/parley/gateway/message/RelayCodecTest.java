package dev.parley.gateway.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.TraceParent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayCodecTest {

  private static final ConversationId DIRECT = ConversationId.parse("dm-12-57");
  private static final TraceParent TRACE =
      new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  @Test
  void messagesOfManyConversationsComeBackEqual() {
    List<RelayedMessage> messages =
        List.of(
            message(ConversationId.GLOBAL, 7, "{\"a\":\"x\\ny \"}", null),
            message(DIRECT, 1, "{}", "{\"delivered\":true}"),
            message(DIRECT, 2, "{}", "{}"),
            message(ConversationId.GLOBAL, 8, "{}", null),
            message(DIRECT, 3, "{}", "{}", TRACE));
    assertEquals(messages, RelayCodec.decode(RelayCodec.encode(messages)));
  }

  /** A gateway of before there were traces goes on to understand one whose traces are off. */
  @Test
  void whatIsNotTracedIsWrittenAsBeforeThereWereTraces() {
    assertEquals(
        "dm-12-57 1 12\n{\"a\":1}\n{\"b\":2}",
        RelayCodec.encode(List.of(message(DIRECT, 1, "{\"a\":1}", "{\"b\":2}"))));
  }

  @Test
  void halfAMessageIsRefused() {
    String payload = RelayCodec.encode(List.of(message(DIRECT, 1, "{}", "{}")));
    for (int end = payload.lastIndexOf('\n'); end > 0; end = payload.lastIndexOf('\n', end - 1)) {
      String half = payload.substring(0, end);
      assertThrows(IllegalArgumentException.class, () -> RelayCodec.decode(half));
    }
    for (String place :
        List.of("dm-12-57 7", "dm-12-57 7 12 00-12", "dm-12-57 7 12 " + TRACE + " 5")) {
      assertThrows(
          IllegalArgumentException.class, () -> RelayCodec.decode(place + "\n{}\n{}"), place);
    }
  }

  private static RelayedMessage message(
      ConversationId conversation, long seq, String chat, String chatSent) {
    return message(conversation, seq, chat, chatSent, null);
  }

  private static RelayedMessage message(
      ConversationId conversation, long seq, String chat, String chatSent, TraceParent trace) {
    return new RelayedMessage(
        conversation, new Sequence(seq), new UserId(12), chat, chatSent, trace);
  }
}
