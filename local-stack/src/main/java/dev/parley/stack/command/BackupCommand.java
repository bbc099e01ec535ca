package dev.parley.stack.command;

import dev.parley.stack.backup.Backup;
import dev.parley.stack.backup.BackupContents;
import dev.parley.stack.state.DataFolder;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes all accounts and messages into one file. */
@Command(
    name = "backup",
    description = "Write all accounts and messages into one file, also while Parley runs.")
final class BackupCommand implements Runnable {

  @Mixin DataOption data;

  @Parameters(paramLabel = "FILE", description = "The file to write; an old one is replaced.")
  Path file;

  @Override
  public void run() {
    BackupContents contents = Backup.write(DataFolder.existing(data.options().data()), file);
    System.out.printf("%s holds everything: %s.%n", file, contents);
  }
}
