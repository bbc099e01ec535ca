package dev.parley.tools.command;

import dev.parley.stack.command.DataOption;
import dev.parley.stack.state.DataFolder;
import dev.parley.tools.backup.Backup;
import dev.parley.tools.backup.BackupContents;
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
