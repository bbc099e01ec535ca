package dev.parley.tools.command;

import dev.parley.stack.StackOptions;
import dev.parley.stack.command.DataOption;
import dev.parley.stack.state.DataFolder;
import dev.parley.tools.predecessor.Renames;
import dev.parley.tools.predecessor.Takeover;
import dev.parley.tools.predecessor.TakeoverOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
      description =
          "Give a user another name; may be given several times. #ID=NEW where the old name does"
              + " not identify them.")
  List<String> renames = List.of();

  @Option(
      names = "--rename-file",
      paramLabel = "FILE",
      description = "Read renames from a file, one a line.")
  Path renameFile;

  @Option(
      names = "--suggest-names",
      paramLabel = "FILE",
      description = "Write a rename for each user who needs another name, for --rename-file.")
  Path suggestions;

  @Option(names = "--skip-broken", description = "Leave out the rows that are in the way.")
  boolean skipBroken;

  @Option(
      names = "--keep-unaddressed",
      description =
          "Put private messages without a recipient into the sender's notes to self (default: leave"
              + " them out).")
  boolean keepUnaddressed;

  @Parameters(paramLabel = "FILE", description = "The SQLite file, chat.db.")
  Path file;

  @Override
  public void run() {
    StackOptions options = data.options();
    DataFolder folder = new DataFolder(options.data());
    Takeover takeover = new Takeover(options.root(), folder, System.out::println);
    tell(takeover.of(file, takeoverOptions()));
  }

  private TakeoverOptions takeoverOptions() {
    return new TakeoverOptions(
        Renames.of(renames, Optional.ofNullable(renameFile)),
        skipBroken,
        keepUnaddressed,
        Optional.ofNullable(suggestions),
        dryRun);
  }

  private void tell(Takeover.Result result) {
    if (!result.changes().isEmpty()) {
      System.out.println(dryRun ? "An import would change this:" : "This was changed:");
      result.changes().forEach(System.out::println);
    }
    System.out.printf(
        "%s %s users and %s messages.%n",
        dryRun ? "A dry run: nothing was changed. An import would bring" : "Imported",
        Long.toString(result.users()),
        Long.toString(result.messages()));
    if (!dryRun) {
      System.out.println(
          "Everybody logs in with their old name and password, except as said above. Start Parley:"
              + " ./parley up");
    }
  }
}
