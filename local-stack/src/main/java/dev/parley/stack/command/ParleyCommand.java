package dev.parley.stack.command;

import dev.parley.stack.StackException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./parley up} and {@code train}, and what all commands of the {@code ./parley} script
 * share.
 */
@Command(name = "./parley", description = "Parley on this machine.")
public final class ParleyCommand {

  private static final int FAILED = 1;

  private ParleyCommand() {}

  public static void main(String[] arguments) {
    run(commandLine(), arguments);
  }

  public static CommandLine commandLine() {
    return commandLine(List.of(new UpCommand(), new TrainCommand()));
  }

  /** Runs the command that the arguments name, and ends this process with its status. */
  public static void run(CommandLine commands, String... arguments) {
    StackLog.silence();
    System.exit(commands.execute(arguments));
  }

  /**
   * Shows a sentence for problems that the user can solve; a stack trace is only for our own
   * mistakes.
   */
  public static CommandLine commandLine(List<Object> commands) {
    CommandLine line = new CommandLine(new ParleyCommand());
    commands.forEach(line::addSubcommand);
    return line.setExecutionExceptionHandler(
        (failure, command, parsed) -> explain(failure, command));
  }

  private static int explain(Exception failure, CommandLine command) throws Exception {
    if (!(failure instanceof StackException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return FAILED;
  }
}
