package dev.parley.tools.command;

import dev.parley.stack.StackException;
import dev.parley.stack.command.DataOption;
import dev.parley.stack.state.DataFolder;
import dev.parley.tools.password.NewPasswords;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives new passwords to people who have none or forgot theirs. */
@Command(
    name = "password",
    description = "Give accounts new random passwords, also while Parley runs.")
final class PasswordCommand implements Runnable {

  @Mixin DataOption data;

  @Option(
      names = "--missing",
      description = "Everybody whose password the import could not take over.")
  boolean missing;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Whose password is replaced.")
  List<String> names = List.of();

  @Override
  public void run() {
    if (missing != names.isEmpty()) {
      throw new StackException("Name the accounts, or give --missing alone.");
    }
    NewPasswords passwords = new NewPasswords(DataFolder.existing(data.options().data()));
    if (missing) {
      passwords.giveToThoseWithout(PasswordCommand::tell);
    } else {
      passwords.give(names, PasswordCommand::tell);
    }
    System.out.println("Pass them on in private, and ask everybody to choose another at once.");
  }

  private static void tell(String name, String password) {
    System.out.printf("%s  %s%n", name, password);
  }
}
