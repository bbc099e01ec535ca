package dev.parley.system.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/protocol.md says what is so. */
class ProtocolDocumentTest {

  private static final Pattern JSON_BLOCK = Pattern.compile("(?ms)^```json\\n(.*?)^```$");
  private static final ObjectReader JSON =
      new ObjectMapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> FRAME_TYPES =
      Set.of(
          "chat",
          "chat_sent",
          "typing",
          "request_user_list",
          "user_list_update",
          "error",
          "welcome",
          "presence",
          "ack",
          "resume",
          "resumed",
          "read",
          "unread",
          "ping",
          "pong",
          "post",
          "edit",
          "delete",
          "react",
          "pin",
          "edited",
          "deleted",
          "reacted",
          "pinned",
          "joined",
          "left",
          "role_changed",
          "room_changed",
          "added",
          "removed",
          "settings_changed");

  /** As the services read and write it. */
  private static final ObjectMapper PROTOCOL =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  static List<String> jsonBlocks() throws IOException {
    return JSON_BLOCK.matcher(document()).results().map(block -> block.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("jsonBlocks")
  void everyExampleIsJson(String block) throws JsonProcessingException {
    assertTrue(JSON.readTree(block).isContainerNode(), block);
  }

  @Test
  void everyFrameTypeHasAnExampleAndNoOtherIsShown() throws IOException {
    Set<String> shown =
        jsonBlocks().stream()
            .map(ProtocolDocumentTest::parse)
            .filter(json -> json.path("type").isTextual())
            .map(json -> json.get("type").asText())
            .collect(Collectors.toSet());
    assertEquals(FRAME_TYPES, shown);
  }

  static List<String> eventExamples() throws IOException {
    String events = document().split("\n## Events\n", 2)[1].split("\n## ", 2)[0];
    return JSON_BLOCK.matcher(events).results().map(block -> block.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("eventExamples")
  void everyExampleOfAnEventIsWhatTheServicesWrite(String block) throws JsonProcessingException {
    Event event = PROTOCOL.readValue(block, Event.class);
    assertFalse(event.body() instanceof EventBody.Unknown, block);
    assertEquals(JSON.readTree(block), JSON.readTree(PROTOCOL.writeValueAsString(event)));
  }

  @Test
  void everyTypeOfEventHasAnExample() throws IOException {
    Set<String> shown =
        eventExamples().stream()
            .map(block -> parse(block).get("type").asText())
            .collect(Collectors.toSet());
    assertEquals(
        Stream.of(EventType.values()).map(EventType::code).collect(Collectors.toSet()), shown);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyErrorCodeHasItsRow(ErrorCode code) throws IOException {
    String row =
        String.format(
            Locale.ROOT,
            "| `%s` | %d | %s | %s | %s |",
            code.code(),
            code.httpStatus(),
            code.closeCode().isPresent() ? code.closeCode().getAsInt() : "",
            code.isRetryable() ? "yes" : "no",
            code.text());
    assertTrue(document().replaceAll(" +", " ").contains(row.replaceAll(" +", " ")), row);
  }

  @Test
  void noRowNamesAnErrorCodeThatDoesNotExist() throws IOException {
    Set<String> codes =
        Stream.of(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());
    Set<String> named =
        Pattern.compile("(?m)^\\| `(\\w+)` \\| \\d+ \\|")
            .matcher(document())
            .results()
            .map((MatchResult row) -> row.group(1))
            .collect(Collectors.toSet());
    assertEquals(codes, named);
  }

  private static JsonNode parse(String block) {
    try {
      return JSON.readTree(block);
    } catch (JsonProcessingException e) {
      throw new AssertionError(block, e);
    }
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("..", "docs", "protocol.md"));
  }
}
