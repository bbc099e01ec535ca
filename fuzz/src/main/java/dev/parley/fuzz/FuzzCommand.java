package dev.parley.fuzz;

import dev.parley.fuzz.run.FuzzRun;
import dev.parley.stack.run.RunCommand;
import dev.parley.stack.run.RunFiles;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./parley fuzz}. */
@Command(
    name = "./parley fuzz",
    description = "Send random and broken requests and frames to a separate Parley.")
public final class FuzzCommand implements Callable<Integer> {

  private static final long MOST_INPUTS = 100_000_000;

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many requests and frames (default: ${DEFAULT-VALUE}).")
  long inputs;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed gives the same inputs (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--only",
      paramLabel = "I",
      description = "Repeat only this input, by the number that a finding names.")
  Long only;

  @Mixin RunFiles files = new RunFiles();

  public static void main(String[] arguments) {
    RunCommand.main(new FuzzCommand(), arguments);
  }

  @Override
  public Integer call() {
    return RunCommand.status(new FuzzRun(options(), System.out::println).run());
  }

  FuzzOptions options() {
    RunCommand.require(
        inputs >= 1 && inputs <= MOST_INPUTS, "--inputs must be between 1 and " + MOST_INPUTS);
    RunCommand.require(only == null || only >= 0, "--only must be the number of an input.");
    return new FuzzOptions(
        inputs,
        seed,
        only == null ? OptionalLong.empty() : OptionalLong.of(only),
        files.report(),
        files.data());
  }
}
