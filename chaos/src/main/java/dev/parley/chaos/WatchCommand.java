package dev.parley.chaos;

import dev.parley.chaos.run.Watch;
import dev.parley.stack.StackException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Watches the containers that {@code deploy/smoke} kills and restarts. */
@Command(
    name = "watch",
    description =
        "Use a Parley while another process causes faults in it, and check every promise.")
public final class WatchCommand implements Callable<Integer> {

  private static final int FAILED = 1;

  @Option(
      names = "--address",
      required = true,
      description = "The address that clients connect to.")
  URI address;

  @Option(
      names = "--users",
      required = true,
      description = "How many users, with 1 or 2 clients each.")
  int users;

  @Option(
      names = "--rate",
      required = true,
      description = "Messages a second of all users together.")
  int rate;

  @Option(
      names = "--stored",
      required = true,
      description = "The file that has the stored messages at the end.")
  Path stored;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new WatchCommand())
            .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
            .execute(arguments));
  }

  private static int explain(Exception failure, CommandLine command) throws Exception {
    if (!(failure instanceof StackException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return FAILED;
  }

  @Override
  public Integer call() {
    WatchOptions options = new WatchOptions(address, users, rate, stored);
    BufferedReader words =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new Watch(options, words, System.out::println).run() ? 0 : FAILED;
  }
}
