package dev.parley.bench.server;

import dev.parley.stack.StackException;
import dev.parley.stack.StackOptions;
import dev.parley.stack.binaries.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Where a run keeps its data and logs; a stack in each of its folders. */
public record RunFolder(Path path, boolean temporary) {

  /** A new folder: a database that is full already measures something else. */
  public static RunFolder prepare(Optional<Path> given) {
    return given.map(RunFolder::given).orElseGet(RunFolder::fresh);
  }

  private static RunFolder given(Path path) {
    if (Files.exists(path.resolve("one"))) {
      throw new StackException(
          "There is data in %s already: name a new folder with --data.".formatted(path));
    }
    return new RunFolder(path.toAbsolutePath(), false);
  }

  private static RunFolder fresh() {
    Path target = StackOptions.defaults().root().resolve("bench").resolve("target");
    try {
      return new RunFolder(
          Files.createTempDirectory(Files.createDirectories(target), "run-"), true);
    } catch (IOException e) {
      throw new StackException("%s cannot be written: %s".formatted(target, e.getMessage()), e);
    }
  }

  public Path stack(String name) {
    return path.resolve(name);
  }

  /** After a run that went well nobody needs a temporary folder any more. */
  public void finish(boolean wentWell, Consumer<String> progress) {
    if (wentWell && temporary) {
      FolderTree.delete(path);
    } else {
      progress.accept("Logs and data: " + path);
    }
  }
}
