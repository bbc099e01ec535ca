package dev.parley.tools.command;

import dev.parley.stack.StackOptions;
import dev.parley.stack.command.DataOption;
import dev.parley.stack.state.DataFolder;
import dev.parley.tools.backup.BackupContents;
import dev.parley.tools.backup.Restore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads what {@code backup} wrote. */
@Command(name = "restore", description = "Load a backup. Parley must be stopped.")
final class RestoreCommand implements Runnable {

  @Mixin DataOption data;

  @Option(names = "--yes", description = "Replace the data that is there without asking.")
  boolean yes;

  @Parameters(paramLabel = "FILE", description = "The file that ./parley backup wrote.")
  Path file;

  @Override
  public void run() {
    StackOptions options = data.options();
    Restore restore = new Restore(options.root(), new DataFolder(options.data()));
    Question replace =
        new Question("All data in %s will be replaced by the backup.".formatted(options.data()));
    BackupContents contents = restore.from(file, () -> yes || replace.isAnsweredWithYes());
    System.out.printf("Restored %s. Start Parley with ./parley up.%n", contents);
  }
}
