package dev.parley.stack.run;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every tool has: {@code --report}, {@code --data} and {@code --help}. */
public final class RunFiles {

  @Option(names = "--report", paramLabel = "FILE", description = "Write all numbers as JSON.")
  Path report;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A new folder for the data and logs, which is kept.")
  Path data;

  @Option(names = "--help", usageHelp = true, description = "Show this.")
  boolean help;

  public Optional<Path> report() {
    return Optional.ofNullable(report);
  }

  /** Without one, the run makes a folder and deletes it after a success. */
  public Optional<Path> data() {
    return Optional.ofNullable(data);
  }
}
