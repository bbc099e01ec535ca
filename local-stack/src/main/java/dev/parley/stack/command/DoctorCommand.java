package dev.parley.stack.command;

import dev.parley.stack.StackException;
import dev.parley.stack.doctor.Accounts;
import dev.parley.stack.doctor.Doctor;
import dev.parley.stack.doctor.Finding;
import dev.parley.stack.doctor.Reset;
import dev.parley.stack.state.DataFolder;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong, and what to do about it. */
@Command(
    name = "doctor",
    description = "Check each part from the outside; show users and sessions.")
final class DoctorCommand implements Callable<Integer> {

  private static final int SOMETHING_IS_WRONG = 1;

  @Mixin DataOption data;

  @Option(names = "--reset", description = "Delete all data, after asking. Parley must be stopped.")
  boolean reset;

  @Option(names = "--yes", description = "With --reset: do not ask.")
  boolean yes;

  @Override
  public Integer call() {
    DataFolder folder = new DataFolder(data.options().data());
    return reset ? reset(folder) : examine(folder);
  }

  private static int examine(DataFolder folder) {
    Doctor doctor = new Doctor(folder);
    long wrong = doctor.examine().filter(DoctorCommand::isToldToBeWrong).count();
    if (doctor.leftOvers().isEmpty()) {
      new Accounts(folder).describe().forEach(System.out::println);
    }
    System.out.println(
        wrong == 0
            ? "All is well."
            : String.format(Locale.ROOT, "%d of these need attention.", wrong));
    return wrong == 0 ? 0 : SOMETHING_IS_WRONG;
  }

  private static boolean isToldToBeWrong(Finding finding) {
    System.out.println(finding);
    return !finding.isFine();
  }

  private int reset(DataFolder folder) {
    DataFolder existing = DataFolder.existing(folder.path());
    requireStopped(existing);
    Question question =
        new Question("All accounts and messages in %s will be deleted.".formatted(folder.path()));
    if (!yes && !question.isAnsweredWithYes()) {
      throw new StackException("Nothing was changed.");
    }
    new Reset(existing).run();
    System.out.println("All data is deleted. Start Parley with ./parley up.");
    return 0;
  }

  private static void requireStopped(DataFolder folder) {
    new Doctor(folder)
        .runningState()
        .ifPresent(
            state -> {
              throw new StackException(
                  "Parley runs at %s: stop it first, with Ctrl-C.".formatted(state.address()));
            });
  }
}
