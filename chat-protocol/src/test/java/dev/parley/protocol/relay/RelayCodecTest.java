package dev.parley.protocol.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.TraceParent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayCodecTest {

  private static final TraceParent TRACE =
      new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  private static final RelayedEvent CHAT =
      event(ConversationId.parse("dm-12-57"), 7, "chat", 12, null);
  private static final RelayedEvent LEFT =
      event(ConversationId.parse("room-34"), 8, "left", 61, TRACE);

  private static RelayedEvent event(
      ConversationId conversation, long seq, String type, long subject, TraceParent trace) {
    return new RelayedEvent(
        conversation, new Sequence(seq), type, subject, "{\"type\":\"" + type + "\"}", trace);
  }

  @Test
  void eventsComeBackEqual() {
    List<String> payloads = RelayCodec.encode(List.of(CHAT, LEFT));
    assertEquals(1, payloads.size());
    assertEquals(List.of(CHAT, LEFT), RelayCodec.decode(payloads.getFirst()));
  }

  @Test
  void nothingIsNoPayload() {
    assertEquals(List.of(), RelayCodec.encode(List.of()));
  }

  @Test
  void aLongListBecomesSeveralPayloadsInItsOrder() {
    List<RelayedEvent> events =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(seq -> event(ConversationId.GLOBAL, seq, "chat", 12, null))
            .toList();
    List<String> payloads = RelayCodec.encode(events);
    assertTrue(payloads.size() > 1);
    assertTrue(payloads.stream().allMatch(payload -> payload.length() < 70_000));
    assertEquals(events, payloads.stream().flatMap(it -> RelayCodec.decode(it).stream()).toList());
  }

  @Test
  void whatANewerVersionSaysIsLeftOutAndTheRestIsRead() {
    String unknownName = "planet-3 1 chat 12\n{\"type\":\"chat\"}\n";
    String unknownType = "room-34 9 thrown 1 \n{\"type\":\"thrown\"}\n";
    String known = RelayCodec.encode(List.of(CHAT)).getFirst();
    assertEquals(List.of(CHAT), RelayCodec.decode(unknownName + known));
    assertEquals(List.of(CHAT), RelayCodec.decode(unknownType + known));
    assertEquals(List.of(), RelayCodec.decode("cut off"));
  }
}
