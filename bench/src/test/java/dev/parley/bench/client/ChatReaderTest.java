package dev.parley.bench.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChatReaderTest {

  private final ChatReader reader = new ChatReader();

  @Test
  void theSequenceIsFoundWhereverItStands() {
    assertEquals(
        7, seq("{\"type\":\"chat\",\"conversation\":\"global\",\"seq\":7,\"sender_id\":1}"));
    assertEquals(
        8, seq("{\"type\":\"chat\",\"conversation\":\"global\",\"seq\":8,\"sender_id\":1}"));
    assertEquals(1234, seq("{\"type\":\"chat\",\"is_global\":true,\"seq\":1234}"));
  }

  @Test
  void bytesBeforeTheFrameDoNotCount() {
    ByteBuf bytes = bytes("\"seq\":99{\"type\":\"chat\",\"seq\":5}");
    assertEquals(5, reader.seq(bytes, 8, bytes.readableBytes() - 8));
  }

  @Test
  void aFrameWithoutOneIsNoChat() {
    assertThrows(VoidedException.class, () -> seq("{\"type\":\"chat\"}"));
  }

  @Test
  void conversationsAreToldApart() {
    assertEquals(ChatReader.GLOBAL, conversation("{\"conversation\":\"global\"}"));
    assertEquals(12L << 32 | 57, conversation("{\"conversation\":\"dm-12-57\"}"));
  }

  @Test
  void whatWasFilledInIsReadAgain() {
    byte[] sent = ChatMessage.toOne().fill(123_456_789, 42, 7);
    String json = new String(sent, StandardCharsets.US_ASCII);
    ByteBuf bytes = bytes(json);
    assertEquals(123_456_789, reader.sentAt(bytes, 0, sent.length));
    assertEquals(42, reader.sender(bytes, 0, sent.length));
    assertTrue(json.endsWith("\"recipient\":\"bench00007\"}"), json);
  }

  @Test
  void theContentHasAHundredBytes() {
    assertEquals(100, Content.plain().length());
  }

  private long seq(String json) {
    return reader.seq(bytes(json), 0, json.length());
  }

  private long conversation(String json) {
    return reader.conversation(bytes(json), 0, json.length());
  }

  private static ByteBuf bytes(String json) {
    return Unpooled.copiedBuffer(json, StandardCharsets.US_ASCII);
  }
}
