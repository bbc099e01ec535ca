package dev.parley.tools.predecessor;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;

/** A separate database among the temporary files. Nothing is left of it, even after Ctrl-C. */
final class ScratchFolder implements AutoCloseable {

  private final DataFolder folder;
  private final LocalPostgres postgres;
  private final Thread atExit = new Thread(this::remove, "dry-run-end");

  private ScratchFolder(DataFolder folder, LocalPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  static ScratchFolder open() {
    DataFolder folder = make();
    try {
      ScratchFolder scratch =
          new ScratchFolder(folder, DatabaseAccess.launch(folder, folder.postgres()));
      Runtime.getRuntime().addShutdownHook(scratch.atExit);
      return scratch;
    } catch (RuntimeException e) {
      FolderTree.delete(folder.path());
      throw e;
    }
  }

  private static DataFolder make() {
    try {
      return DataFolder.prepare(Files.createTempDirectory("parley-dry-run"));
    } catch (IOException e) {
      throw new StackException(
          "There is no room for a dry run among the temporary files: %s.".formatted(IoReason.of(e)),
          e);
    }
  }

  DataFolder folder() {
    return folder;
  }

  LocalPostgres postgres() {
    return postgres;
  }

  private void remove() {
    postgres.close();
    FolderTree.delete(folder.path());
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    remove();
  }
}
