package dev.parley.stack.command;

import dev.parley.stack.StackOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}, which every command has. */
public final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: .parley beside the parley script).")
  Path folder;

  @Option(names = "--help", usageHelp = true, description = "Show this.")
  boolean help;

  public StackOptions options() {
    StackOptions defaults = StackOptions.defaults();
    return folder == null ? defaults : defaults.withData(folder);
  }
}
