package dev.parley.system.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.ServiceLogs;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G7: a bad frame is answered with an error; nothing of it is stored, and the socket goes on. */
@WithStack
class BadFramesTest {

  private static final String NEVER = "never-stored";

  private final TestingAccount ada;
  private final TestingChatClient socket;
  private final ServiceLogs logs;

  BadFramesTest(RunningStack stack) {
    ada = TestingAccount.register(stack.edge(), "ada");
    socket = ada.firstProtocol(stack.edge());
    socket.await("user_list_update");
    logs = new ServiceLogs(stack);
  }

  @AfterEach
  void theSocketGoesOnAndNothingWasStored() {
    String good = "good " + RandomLetters.of(8);
    socket.chat(good);
    socket.awaitChat(good);
    String history = ada.me().get("/messages/global").expect(200).body();
    assertFalse(history.contains(NEVER), history);
    assertEquals(List.of(), logs.trouble());
    socket.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "never-stored",
        "{",
        "{\"type\":\"chat\",\"content\":\"never-stored\"",
        "{\"type\":\"chat\",\"content\":\"never-stored\"} {}",
        "{'content':'never-stored'}",
        "[]",
        "[{\"content\":\"never-stored\"}]",
        "\"never-stored\"",
        "null",
        "true",
        "42",
        "NaN",
        "{\"content\":\"never-stored\",}",
        "\uFEFF{\"content\":\"never-stored\"}"
      })
  void whatIsNoJsonObjectIsAnInvalidFormat(String frame) {
    socket.sendText(frame);
    assertError("Invalid message format", "invalid_format");
  }

  @Test
  void deepNestingIsAnInvalidFormat() {
    socket.sendText("{\"content\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
    assertEquals("Invalid message format", socket.await("error").get("message").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":5,\"content\":\"never-stored\"}",
        "{\"type\":{},\"content\":\"never-stored\"}",
        "{\"type\":\"chat\",\"content\":5}",
        "{\"type\":\"chat\",\"content\":true}",
        "{\"type\":\"chat\",\"content\":[\"never-stored\"]}",
        "{\"type\":\"chat\",\"content\":{\"text\":\"never-stored\"}}",
        "{\"type\":\"chat\",\"content\":\"never-stored\",\"recipient\":5}",
        "{\"type\":\"chat\",\"content\":\"never-stored\",\"recipient\":{}}",
        "{\"type\":\"chat\",\"content\":\"never-stored\",\"recipient\":[\"bob\"]}",
        "{\"type\":\"chat\",\"content\":\"never-stored\",\"client_id\":5}",
        "{\"type\":\"chat\",\"content\":\"never-stored\",\"client_id\":\"\"}",
        "{\"type\":\"typing\",\"is_typing\":\"yes\"}",
        "{\"type\":\"typing\",\"is_typing\":true,\"recipient\":1}",
        "{\"type\":\"read\",\"conversation\":\"global\",\"seq\":\"1\"}",
        "{\"type\":\"read\",\"conversation\":\"global\",\"seq\":-1}",
        "{\"type\":\"read\",\"conversation\":\"global\",\"seq\":1.5}",
        "{\"type\":\"read\",\"conversation\":\"global\",\"seq\":9007199254740992}",
        "{\"type\":\"read\",\"conversation\":\"global\",\"seq\":1e400}",
        "{\"type\":\"read\",\"conversation\":\"nowhere\",\"seq\":1}",
        "{\"type\":\"read\",\"conversation\":7,\"seq\":1}",
        "{\"type\":\"resume\",\"conversations\":[]}",
        "{\"type\":\"resume\",\"conversations\":{\"global\":\"1\"}}"
      })
  void aFieldOfTheWrongTypeIsAnInvalidField(String frame) {
    socket.sendText(frame);
    assertError("Invalid message format", "invalid_field");
  }

  @Test
  void aClientIdThatIsTooLongIsAnInvalidField() {
    socket.chat("c".repeat(65), NEVER, null);
    assertError("Invalid message format", "invalid_field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"chat\"}",
        "{\"type\":\"chat\",\"content\":null}",
        "{\"type\":\"chat\",\"content\":\"\"}",
        "{\"type\":\"chat\",\"content\":\" \\n\\t \"}",
        "{\"content\":\"\",\"recipient\":\"nobody-here\"}",
        "{}"
      })
  void emptyContentIsRefused(String frame) {
    socket.sendText(frame);
    assertError("Message cannot be empty", "content_empty");
  }

  @Test
  void contentHasAtMostFourThousandCharacters() {
    String longest = "\uD83D\uDE00".repeat(4_000);
    socket.chat(longest);
    socket.awaitChat(longest);
    socket.chat(NEVER + "x".repeat(4_001 - NEVER.length()));
    assertError("Message is too long: at most 4,000 characters", "content_too_long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"never-stored\\u0000", "never-stored \\uD83D", "\\uDE00 never-stored"})
  void contentThatCannotBeStoredIsRefused(String content) {
    socket.sendText("{\"content\":\"" + content + "\"}");
    assertError("Message contains characters that cannot be stored", "content_not_storable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nobody-here", "<img src=x>", "' OR 1=1 --", "\u202Eada", "a\u0000b", "  "})
  void anUnknownRecipientIsNamed(String recipient) {
    socket.chat(NEVER, recipient);
    assertError("User " + recipient + " not found", "user_not_found");
  }

  @Test
  void anErrorSaysWhichMessageItIsAbout() {
    socket.chat("c-1", NEVER, "nobody-here");
    assertEquals("c-1", socket.await("error").get("client_id").asText());
    socket.chat("c-2", "", null);
    assertEquals("c-2", socket.await("error").get("client_id").asText());
  }

  @Test
  void aMessageThatWasRefusedDoesNotUseUpItsClientId() {
    socket.chat("c-1", "", null);
    socket.await("error");
    socket.chat("c-1", "second try", null);
    socket.awaitChat("second try");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dance", "", "CHAT", "user_list_update", "__proto__"})
  void anUnknownTypeIsIgnored(String type) {
    socket.send(Map.of("type", type, "content", NEVER));
    socket.sendText("{\"content\":\"\"}");
    assertError("Message cannot be empty", "content_empty");
    assertEquals(1, socket.frames("error").size());
  }

  @Test
  void typingToSomebodyUnknownHarmsNobody() {
    socket.sendText("{\"type\":\"typing\",\"is_typing\":true,\"recipient\":\"nobody-here\"}");
  }

  @Test
  void aBinaryFrameIsAnInvalidFormat() {
    socket.sendBinary("{\"content\":\"never-stored\"}".getBytes(StandardCharsets.UTF_8));
    assertError("Invalid message format", "invalid_format");
  }

  @Test
  void aFragmentedMessageIsOneMessage() {
    socket.sendFragmented("{\"content\":", "\"in three ", "parts\"}");
    socket.awaitChat("in three parts");
  }

  private void assertError(String message, String code) {
    JsonNode error = socket.await("error");
    assertEquals(message, error.get("message").asText(), error.toString());
    assertEquals(code, error.get("code").asText(), error.toString());
    assertFalse(error.toString().contains("Exception"), error.toString());
  }
}
