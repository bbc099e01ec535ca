package dev.parley.chaos.run;

import dev.parley.chaos.ChaosOptions;
import dev.parley.stack.StackException;
import dev.parley.stack.StackOptions;
import dev.parley.stack.binaries.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where a run keeps its data and logs. */
record RunFolder(Path path, boolean temporary) {

  /** A new folder: what an earlier run stored would be taken for this one's. */
  static RunFolder prepare(ChaosOptions options) {
    return options.data().map(RunFolder::given).orElseGet(RunFolder::fresh);
  }

  private static RunFolder given(Path path) {
    if (Files.exists(path.resolve("postgres"))) {
      throw new StackException(
          "There is data in %s already: name a new folder with --data.".formatted(path));
    }
    return new RunFolder(path, false);
  }

  private static RunFolder fresh() {
    Path target = StackOptions.defaults().root().resolve("chaos").resolve("target");
    try {
      return new RunFolder(
          Files.createTempDirectory(Files.createDirectories(target), "run-"), true);
    } catch (IOException e) {
      throw new StackException("%s cannot be written: %s".formatted(target, e.getMessage()), e);
    }
  }

  /** After a run that went well nobody needs a temporary folder any more. */
  void finish(boolean wentWell, Consumer<String> progress) {
    if (wentWell && temporary) {
      FolderTree.delete(path);
    } else {
      progress.accept("Logs and data: " + path);
    }
  }
}
