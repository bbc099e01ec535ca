package dev.parley.stack.command;

import dev.parley.stack.StackOptions;
import dev.parley.stack.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the next starts quick. */
@Command(name = "train", description = "Make the next starts quick.")
final class TrainCommand implements Runnable {

  @Option(names = "--help", usageHelp = true, description = "Show this.")
  boolean help;

  @Override
  public void run() {
    System.out.println(
        "Parley tries itself out, to start quickly from now on. This takes about a minute.");
    new Training(StackOptions.defaults(), ParleyCommand.class).run();
    System.out.println("Done.");
  }
}
