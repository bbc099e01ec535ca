package dev.parley.tools.command;

import dev.parley.stack.command.ParleyCommand;
import java.util.List;
import picocli.CommandLine;

/** The commands of the {@code ./parley} script that look after a local stack. */
public final class ToolsCommand {

  private ToolsCommand() {}

  public static void main(String[] arguments) {
    ParleyCommand.run(commandLine(), arguments);
  }

  public static CommandLine commandLine() {
    return ParleyCommand.commandLine(
        List.of(
            new DoctorCommand(),
            new BackupCommand(),
            new RestoreCommand(),
            new ImportCommand(),
            new PasswordCommand()));
  }
}
