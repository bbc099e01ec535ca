package dev.parley.stack.run;

import dev.parley.stack.StackException;
import dev.parley.stack.StackOptions;
import dev.parley.stack.binaries.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The folder in which a run keeps its data and logs. */
public record RunFolder(Path path, boolean temporary) {

  /**
   * A new folder, because data of an earlier run would be mistaken for this one's.
   *
   * @param given the folder; otherwise a temporary one below {@code target} of the tool's module
   * @param module the tool's module: {@code "chaos"}
   * @param first a run makes this first in its folder; if it exists, there was a run
   */
  public static RunFolder prepare(Optional<Path> given, String module, String first) {
    return given.map(path -> given(path, first)).orElseGet(() -> fresh(module));
  }

  private static RunFolder given(Path path, String first) {
    if (Files.exists(path.resolve(first))) {
      throw new StackException(
          "%s already holds data: name a new folder with --data.".formatted(path));
    }
    return new RunFolder(made(path.toAbsolutePath()), false);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannotBeWritten(folder, e);
    }
  }

  private static RunFolder fresh(String module) {
    Path target = StackOptions.defaults().root().resolve(module).resolve("target");
    try {
      return new RunFolder(
          Files.createTempDirectory(Files.createDirectories(target), "run-"), true);
    } catch (IOException e) {
      throw cannotBeWritten(target, e);
    }
  }

  private static StackException cannotBeWritten(Path folder, IOException cause) {
    return new StackException(
        "%s cannot be written: %s".formatted(folder, cause.getMessage()), cause);
  }

  /** After a successful run, nobody needs a temporary folder. */
  public void finish(boolean wentWell, Consumer<String> progress) {
    if (wentWell && temporary) {
      FolderTree.delete(path);
    } else {
      progress.accept("Logs and data: " + path);
    }
  }
}
