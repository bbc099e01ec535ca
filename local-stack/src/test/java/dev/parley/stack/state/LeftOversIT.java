package dev.parley.stack.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversIT {

  @TempDir private Path data;

  private final List<String> progress = new ArrayList<>();
  private Process stranger;

  @AfterEach
  void endStranger() {
    if (stranger != null) {
      stranger.destroyForcibly();
    }
  }

  @Test
  void endsAServiceThatOutlivedItsStack() throws IOException {
    startStranger();
    writeState(stranger.info().startInstant().orElseThrow());
    endLeftOvers();
    assertFalse(stranger.isAlive());
    assertEquals(
        List.of(
            String.format(
                Locale.ROOT,
                "gateway-1 is left over from a killed run (process %d): ending it.",
                stranger.pid())),
        progress);
    assertFalse(Files.exists(data.resolve("stack.json")));
  }

  @Test
  void leavesAProcessAloneThatOnlyGotTheOldPid() throws IOException {
    startStranger();
    writeState(stranger.info().startInstant().orElseThrow().minus(Duration.ofMinutes(1)));
    endLeftOvers();
    assertTrue(stranger.isAlive());
    assertEquals(List.of(), progress);
  }

  @Test
  void findsPostgresByItsOwnFileAlone() {
    DataFolder folder = DataFolder.prepare(data);
    LocalPostgres postgres = DatabaseAccess.launch(folder, folder.postgres());
    try (postgres) {
      endLeftOvers();
      assertFalse(postgres.process().isRunning());
      assertTrue(
          progress.getFirst().startsWith("postgres is left over from a killed run"),
          progress.toString());
    }
  }

  private void startStranger() throws IOException {
    stranger = new ProcessBuilder("sleep", "60").start();
  }

  private void writeState(Instant startedAt) {
    RunningProcess left =
        new RunningProcess("gateway-1", stranger.pid(), startedAt.toString(), 1, 2, "log");
    DataFolder.prepare(data)
        .state()
        .write(
            new StackState(
                "http://localhost:1",
                true,
                startedAt.toString(),
                "data",
                List.of(left),
                null,
                null));
  }

  private void endLeftOvers() {
    DataFolder folder = DataFolder.prepare(data);
    try (FolderLock lock = FolderLock.take(folder)) {
      new LeftOvers(folder).end(lock, progress::add);
    }
  }
}
