package dev.parley.tools.doctor;

import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.FolderLock;
import dev.parley.stack.state.LeftOvers;
import java.util.List;

/** Deletes every account and message of a data folder on which no stack runs. */
public record Reset(DataFolder folder) {

  /** Logs and secrets go with them. */
  private static final List<String> EVERYTHING =
      List.of("postgres", "postgres.new", "logs", "secrets.json", "stack.json");

  public void run() {
    try (FolderLock lock = FolderLock.take(folder)) {
      new LeftOvers(folder).end(lock, line -> {});
      EVERYTHING.forEach(name -> FolderTree.delete(folder.path().resolve(name)));
    }
  }
}
