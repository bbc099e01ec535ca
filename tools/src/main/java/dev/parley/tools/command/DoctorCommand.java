package dev.parley.tools.command;

import dev.parley.stack.StackException;
import dev.parley.stack.command.DataOption;
import dev.parley.stack.state.Accounts;
import dev.parley.stack.state.DataFolder;
import dev.parley.tools.doctor.Doctor;
import dev.parley.tools.doctor.Finding;
import dev.parley.tools.doctor.Reset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong, and what to do about it. */
@Command(
    name = "doctor",
    description = "Check every part from the outside; count accounts and sessions.")
final class DoctorCommand implements Callable<Integer> {

  private static final int SOMETHING_IS_WRONG = 1;

  @Mixin DataOption data;

  @Option(names = "--accounts", description = "List the newest accounts and sessions as well.")
  boolean accounts;

  @Option(names = "--reset", description = "Delete all data, after asking. Parley must be stopped.")
  boolean reset;

  @Option(names = "--yes", description = "With --reset: do not ask.")
  boolean yes;

  @Override
  public Integer call() {
    DataFolder folder = new DataFolder(data.options().data());
    return reset ? reset(folder) : examine(folder);
  }

  private int examine(DataFolder folder) {
    Doctor doctor = new Doctor(folder);
    long wrong = doctor.examine().filter(DoctorCommand::isToldToBeWrong).count();
    if (!doctor.wasKilled() && doctor.leftOvers().isEmpty()) {
      new Accounts(folder).describe(accounts).forEach(System.out::println);
    }
    System.out.println(verdict(wrong));
    return wrong == 0 ? 0 : SOMETHING_IS_WRONG;
  }

  private static String verdict(long wrong) {
    if (wrong == 0) {
      return "All is well.";
    }
    return wrong == 1
        ? "One of these needs attention."
        : String.format(Locale.ROOT, "%d of these need attention.", wrong);
  }

  private static boolean isToldToBeWrong(Finding finding) {
    System.out.println(finding);
    return !finding.isFine();
  }

  private int reset(DataFolder folder) {
    DataFolder existing = DataFolder.existing(folder.path());
    requireStopped(existing);
    Question question =
        new Question("This deletes all accounts and messages in %s.".formatted(folder.path()));
    if (!yes && !question.isAnsweredWithYes()) {
      throw new StackException("Nothing was changed.");
    }
    new Reset(existing).run();
    System.out.println("All data is gone. Start Parley with ./parley up.");
    return 0;
  }

  private static void requireStopped(DataFolder folder) {
    new Doctor(folder)
        .runningState()
        .ifPresent(
            state -> {
              throw new StackException(
                  "Parley is running at %s: stop it with Ctrl-C first.".formatted(state.address()));
            });
  }
}
