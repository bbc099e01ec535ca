package dev.parley.stack.command;

import dev.parley.stack.StackOptions;
import dev.parley.stack.Training;
import dev.parley.stack.aot.TrainingLoad;
import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the next starts quick. */
@Command(name = "train", description = "Make the next starts quick.")
final class TrainCommand implements Runnable {

  @Option(names = "--help", usageHelp = true, description = "Show this.")
  boolean help;

  @Option(
      names = "--address",
      description = "Only use the Parley at this address, as people would, for some seconds.")
  URI address;

  @Override
  public void run() {
    if (address != null) {
      new TrainingLoad(address).run();
      return;
    }
    System.out.println(
        "Parley tries itself out, to start quickly from now on. This takes about a minute.");
    new Training(StackOptions.defaults(), ParleyCommand.class).run();
    System.out.println("Done.");
  }
}
