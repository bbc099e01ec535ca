package dev.parley.stack.command;

import dev.parley.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the {@code ./parley} script hands over to Java. */
@Command(
    name = "./parley",
    description = "Parley on this machine.",
    subcommands = {
      UpCommand.class,
      DoctorCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ImportCommand.class,
      PasswordCommand.class
    })
public final class ParleyCommand {

  private static final int FAILED = 1;

  private ParleyCommand() {}

  public static void main(String[] arguments) {
    StackLog.silence();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new ParleyCommand())
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
  }

  /**
   * Shows a sentence for problems that the user can solve; a stack trace is only for our own
   * mistakes.
   */
  private static int explain(Exception failure, CommandLine command) throws Exception {
    if (!(failure instanceof StackException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return FAILED;
  }
}
