package dev.parley.stack.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  private static final int FREE = 0;
  private static final int IN_USE = 1;

  @TempDir private Path data;

  @Test
  void anotherProcessIsKeptOffAlsoAfterThisOneHasTriedAgain() throws Exception {
    DataFolder folder = DataFolder.prepare(data);
    Path alias = Files.createSymbolicLink(data.resolve("alias"), data);
    try (FolderLock held = FolderLock.take(folder)) {
      assertTrue(FolderLock.tryTake(folder).isEmpty(), held::toString);
      assertTrue(FolderLock.tryTake(new DataFolder(alias)).isEmpty());
      assertEquals(IN_USE, askAnotherProcess());
    }
    assertEquals(FREE, askAnotherProcess());
    FolderLock.take(folder).close();
  }

  private int askAnotherProcess() throws IOException, InterruptedException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            AnotherProcess.class.getName(),
            data.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  /** Exits with {@link #FREE} if it could take the folder's lock. */
  static final class AnotherProcess {

    private AnotherProcess() {}

    public static void main(String[] arguments) {
      boolean taken = FolderLock.tryTake(new DataFolder(Path.of(arguments[0]))).isPresent();
      System.exit(taken ? FREE : IN_USE);
    }
  }
}
