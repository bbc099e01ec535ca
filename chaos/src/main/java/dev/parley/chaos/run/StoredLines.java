package dev.parley.chaos.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.chaos.evidence.StoredLog;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what somebody else has read from the history service's tables: one JSON object a line,
 * ordered by {@code seq} in each conversation.
 *
 * <pre>{@code
 * {"conversation":"global","seq":1,"sender_id":12,"sender":"ada","client_id":null,
 *  "content":"Good morning","created_at_micros":1764000000000000}
 * }</pre>
 */
final class StoredLines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredLines() {}

  static StoredLog read(Path file, RunClock clock) {
    List<StoredEvent> messages = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        messages.add(message(JSON.readTree(line), clock));
      }
    } catch (IOException e) {
      throw new StackException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    return new StoredLog(messages);
  }

  private static StoredEvent message(JsonNode row, RunClock clock) {
    return new StoredEvent(
        row.required("conversation").asText().intern(),
        row.required("seq").asLong(),
        row.required("sender_id").asLong(),
        row.required("sender").asText().intern(),
        row.required("client_id").asText(""),
        row.required("content").asText(),
        clock.at(
            Instant.EPOCH.plus(row.required("created_at_micros").asLong(), ChronoUnit.MICROS)));
  }
}
