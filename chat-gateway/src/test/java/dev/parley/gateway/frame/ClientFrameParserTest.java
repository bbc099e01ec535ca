package dev.parley.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameParserTest {

  @Test
  void aFrameWithoutATypeIsAChat() {
    assertEquals(
        new ClientFrame.Chat("hi", null, null), ClientFrameParser.parse("{\"content\":\"hi\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"recipient\":null", ",\"recipient\":\"\""})
  void withoutARecipientItIsForEverybody(String recipient) {
    assertEquals(
        new ClientFrame.Chat("hi", null, null),
        ClientFrameParser.parse("{\"type\":\"chat\",\"content\":\"hi\"" + recipient + "}"));
  }

  @Test
  void readsEveryFieldOfAChatAndIgnoresOthers() {
    assertEquals(
        new ClientFrame.Chat("hi", "bob", new ClientId("c-1")),
        ClientFrameParser.parse(
            "{\"type\":\"chat\",\"client_id\":\"c-1\",\"content\":\"hi\",\"recipient\":\"bob\",\"x\":[]}"));
  }

  @Test
  void readsWhatIsAboutAConversation() {
    ConversationId room = new ConversationId.Room(34);
    ClientId id = new ClientId("c-1");
    Sequence target = new Sequence(810);
    Map.of(
            "{'type':'post','conversation':'room-34','client_id':'c-1','content':'hi'}",
            new ClientFrame.Post(room, id, "hi"),
            "{'type':'edit','conversation':'room-34','client_id':'c-1','target':810,'content':'ho'}",
            new ClientFrame.Edit(room, id, target, "ho"),
            "{'type':'delete','conversation':'room-34','client_id':'c-1','target':810}",
            new ClientFrame.Delete(room, id, target),
            "{'type':'react','conversation':'room-34','client_id':'c-1','target':810,'emoji':'👍','on':true}",
            new ClientFrame.React(room, id, target, new Emoji("👍"), true),
            "{'type':'pin','conversation':'room-34','client_id':'c-1','target':810,'on':false}",
            new ClientFrame.Pin(room, id, target, false),
            "{'type':'typing','conversation':'room-34','is_typing':true}",
            new ClientFrame.Typing(room, true),
            "{'type':'unread','conversation':'room-34','seq':810}",
            new ClientFrame.Unread(room, target))
        .forEach(
            (text, frame) ->
                assertEquals(frame, ClientFrameParser.parse(text.replace('\'', '"')), text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'post','conversation':'room-34','content':'hi'}",
        "{'type':'post','client_id':'c-1','content':'hi'}",
        "{'type':'post','client_id':'c-1','conversation':'nowhere','content':'hi'}",
        "{'type':'chat','conversation':'room-34','content':'hi'}",
        "{'type':'edit','conversation':'room-34','client_id':'c-1','target':0,'content':'ho'}",
        "{'type':'edit','conversation':'room-34','client_id':'c-1','content':'ho'}",
        "{'type':'delete','conversation':'room-34','client_id':'c-1','target':'810'}",
        "{'type':'react','conversation':'room-34','client_id':'c-1','target':1,'emoji':'👍'}",
        "{'type':'pin','conversation':'room-34','client_id':'c-1','target':1,'on':1}",
        "{'type':'unread','conversation':'room-34','seq':0}"
      })
  void aCommandThatLacksSomethingIsRefused(String text) {
    ClientFrame.Malformed malformed =
        assertInstanceOf(
            ClientFrame.Malformed.class, ClientFrameParser.parse(text.replace('\'', '"')));
    assertEquals(ErrorCode.INVALID_FIELD, malformed.code());
  }

  @Test
  void aReactionIsOneEmoji() {
    ClientFrame.Malformed malformed =
        assertInstanceOf(
            ClientFrame.Malformed.class,
            ClientFrameParser.parse(
                "{\"type\":\"react\",\"conversation\":\"global\",\"client_id\":\"c-1\","
                    + "\"target\":1,\"emoji\":\"no\",\"on\":true}"));
    assertEquals(ErrorCode.EMOJI_INVALID, malformed.code());
    assertEquals(new ClientId("c-1"), malformed.clientId());
  }

  @Test
  void readsTheOtherTypes() {
    assertEquals(
        new ClientFrame.TypingTo(true, "bob"),
        ClientFrameParser.parse("{\"type\":\"typing\",\"is_typing\":true,\"recipient\":\"bob\"}"));
    assertEquals(
        new ClientFrame.RequestUserList(),
        ClientFrameParser.parse("{\"type\":\"request_user_list\"}"));
    assertEquals(new ClientFrame.Ping(), ClientFrameParser.parse("{\"type\":\"ping\"}"));
    assertEquals(
        new ClientFrame.Read(ConversationId.GLOBAL, new Sequence(7)),
        ClientFrameParser.parse("{\"type\":\"read\",\"conversation\":\"global\",\"seq\":7}"));
    assertEquals(
        new ClientFrame.Resume(Map.of(ConversationId.parse("dm-1-2"), new Sequence(3))),
        ClientFrameParser.parse("{\"type\":\"resume\",\"conversations\":{\"dm-1-2\":3}}"));
  }

  @Test
  void anUnknownTypeIsKnownToBeUnknown() {
    assertEquals(new ClientFrame.Unknown("wave"), ClientFrameParser.parse("{\"type\":\"wave\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[]", "5", "null", "\"chat\"", "{\"type\":", "{} {}"})
  void whatIsNoObjectIsNoFrame(String text) {
    assertEquals(ErrorCode.INVALID_FORMAT, malformed(text).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":5}|type must be a string",
        "{\"content\":5}|content must be a string",
        "{\"content\":{}}|content must be a string",
        "{\"content\":\"hi\",\"recipient\":7}|recipient must be a string",
        "{\"content\":\"hi\",\"client_id\":7}|client_id must be a string of 1 to 64 characters",
        "{\"content\":\"hi\",\"client_id\":\"\"}|client_id must be a string of 1 to 64 characters",
        "{\"type\":\"typing\",\"is_typing\":\"yes\"}|is_typing must be true or false",
        "{\"type\":\"read\",\"conversation\":\"global\",\"seq\":1.5}|seq must be an integer from 0 up",
        "{\"type\":\"read\",\"conversation\":\"global\"}|seq must be an integer from 0 up",
        "{\"type\":\"resume\",\"conversations\":{\"global\":-1}}|global must be an integer from 0 up",
      })
  void aWrongFieldIsNamed(String text, String detail) {
    ClientFrame.Malformed malformed = malformed(text);
    assertEquals(ErrorCode.INVALID_FIELD, malformed.code());
    assertEquals(detail, malformed.detail());
  }

  @Test
  void aWrongFieldStillTellsWhichMessageItWas() {
    assertEquals(
        new ClientId("c-1"), malformed("{\"client_id\":\"c-1\",\"content\":5}").clientId());
  }

  @Test
  void refusesToResumeWithoutBound() {
    StringBuilder cursors = new StringBuilder("\"global\":0");
    for (int i = 1; i <= ClientFrameParser.MAX_RESUMED_CONVERSATIONS; i++) {
      cursors.append(",\"dm-1-").append(i).append("\":0");
    }
    assertEquals(
        ErrorCode.INVALID_FIELD,
        malformed("{\"type\":\"resume\",\"conversations\":{" + cursors + "}}").code());
  }

  private static ClientFrame.Malformed malformed(String text) {
    return assertInstanceOf(ClientFrame.Malformed.class, ClientFrameParser.parse(text));
  }
}
