package dev.parley.stack.command;

import dev.parley.stack.StackOptions;
import dev.parley.stack.predecessor.Takeover;
import dev.parley.stack.state.DataFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over the accounts and messages of the chat that Parley succeeds. */
@Command(
    name = "import",
    description =
        "Take over the users and messages of the first chat's SQLite file. Parley must be stopped.")
final class ImportCommand implements Runnable {

  @Mixin DataOption data;

  @Option(names = "--dry-run", description = "Try all of it, and change nothing.")
  boolean dryRun;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "Give a user another name; may be given several times.")
  Map<String, String> renames = Map.of();

  @Parameters(paramLabel = "FILE", description = "The SQLite file, chat.db.")
  Path file;

  @Override
  public void run() {
    StackOptions options = data.options();
    Takeover takeover =
        new Takeover(options.root(), DataFolder.prepare(options.data()), System.out::println);
    Takeover.Result result = takeover.of(file, renames, dryRun);
    System.out.printf(
        "%s %d users and %d messages%s.%n",
        dryRun ? "A dry run: nothing was changed. An import would bring" : "Imported",
        result.users(),
        result.messages(),
        result.leftOut() == 0
            ? ""
            : String.format(Locale.ROOT, "; %d empty ones are left out", result.leftOut()));
    if (!dryRun) {
      System.out.println("Everybody logs in with their old password. Start Parley: ./parley up");
    }
  }
}
