package dev.parley.stack.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

  private static final StackState STATE =
      new StackState(
          "http://localhost:8000",
          true,
          "2026-11-22T20:15:30Z",
          "/data",
          List.of(
              new RunningProcess("stack", 1, "2026-11-22T20:15:30Z", 8000, null, "/data/stack.log"),
              new RunningProcess(
                  "redis", 2, "2026-11-22T20:15:30Z", null, null, "/data/redis.log")),
          new StackState.Database("jdbc:postgresql://127.0.0.1:1/parley", "parley", "secret"),
          new StackState.Cache("redis://:secret@127.0.0.1:2"));

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsRead() {
    PrivateFile<StackState> file = new DataFolder(folder).state();
    file.write(STATE);
    assertEquals(Optional.of(STATE), file.read());
  }

  @Test
  void namesItsFieldsInSnakeCaseAndLeavesOutPortsThatAreNot() throws IOException {
    new DataFolder(folder).state().write(STATE);
    String json = Files.readString(folder.resolve("stack.json")).replaceAll("\\s", "");
    assertTrue(
        json.contains(
            "{\"name\":\"stack\",\"pid\":1,\"started_at\":\"2026-11-22T20:15:30Z\",\"http_port\":8000,\"log\":\"/data/stack.log\"}"),
        json);
    assertTrue(json.contains("\"jdbc_url\":\"jdbc:postgresql:"), json);
  }

  @Test
  void onlyItsOwnerCanReadIt() throws IOException {
    new DataFolder(folder).state().write(STATE);
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("stack.json"))));
  }

  @Test
  void aDamagedFileIsAsGoodAsNone() throws IOException {
    Files.writeString(folder.resolve("stack.json"), "{\"address\":");
    assertEquals(Optional.empty(), new DataFolder(folder).state().read());
    assertEquals(Optional.empty(), new DataFolder(folder.resolve("no")).state().read());
  }

  @Test
  void saysNoSecretInALog() {
    assertTrue(!STATE.toString().contains("secret"), STATE.toString());
    assertTrue(!new Secrets("hidden", "hidden", "hidden").toString().contains("hidden"));
  }
}
