package dev.parley.stack.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path parent;

  @Test
  void aNewFolderIsMadeAndKept() {
    Path folder = parent.resolve("figures/today");

    RunFolder made = RunFolder.prepare(Optional.of(folder), "bench", "one");

    assertTrue(Files.isDirectory(folder));
    assertEquals(new RunFolder(folder, false), made);
  }

  @Test
  void whatAnEarlierRunStoredIsLeftAlone() throws IOException {
    Files.createDirectory(parent.resolve("one"));

    StackException refused =
        assertThrows(
            StackException.class, () -> RunFolder.prepare(Optional.of(parent), "bench", "one"));

    assertTrue(refused.getMessage().contains("--data"), refused.getMessage());
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    StackException refused =
        assertThrows(
            StackException.class,
            () -> RunFolder.prepare(Optional.of(file.resolve("folder")), "bench", "one"));

    assertTrue(refused.getMessage().contains("file/folder"), refused.getMessage());
  }
}
