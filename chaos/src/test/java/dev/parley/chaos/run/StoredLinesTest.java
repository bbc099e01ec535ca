package dev.parley.chaos.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.chaos.evidence.StoredLog;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredLinesTest {

  private static final long MICROS_IN_SECOND = 1_000_000;

  @TempDir private Path folder;

  private final RunClock clock = new RunClock();

  @Test
  void everyLineIsAMessage() throws IOException {
    long micros = (Instant.now().getEpochSecond() + 60) * MICROS_IN_SECOND;
    StoredLog log =
        read(
            String.format(
                Locale.ROOT,
                """
            {"conversation":"dm-1-2","seq":1,"sender_id":2,"sender":"bob","client_id":null,"content":"a\\nb","created_at_micros":%d}
            {"conversation":"global","seq":1,"sender_id":1,"sender":"ada","client_id":"x1","content":"hello","created_at_micros":%d}
            """,
                micros,
                micros));
    assertEquals(2, log.size());
    StoredEvent first = log.at("dm-1-2", 1).orElseThrow();
    assertEquals(
        List.of("bob", "", "a\nb"), List.of(first.sender(), first.clientId(), first.content()));
    StoredEvent second = log.at("global", 1).orElseThrow();
    assertEquals("x1", second.clientId());
    assertEquals(1, second.senderId());
    assertTrue(second.createdAt() > 0, "it came after the run began");
  }

  /** A log that lacks something would make every promise look kept. */
  @Test
  void aLineThatLacksSomethingIsNoMessage() {
    assertThrows(IllegalArgumentException.class, () -> read("{\"conversation\":\"global\"}\n"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    StackException refusal =
        assertThrows(
            StackException.class, () -> StoredLines.read(folder.resolve("nothing"), clock));
    assertTrue(refusal.getMessage().contains("nothing"), refusal.getMessage());
  }

  private StoredLog read(String lines) throws IOException {
    return StoredLines.read(Files.writeString(folder.resolve("stored"), lines), clock);
  }
}
