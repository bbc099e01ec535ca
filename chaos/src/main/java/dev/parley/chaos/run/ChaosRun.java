package dev.parley.chaos.run;

import dev.parley.chaos.ChaosOptions;
import dev.parley.chaos.check.Verification;
import dev.parley.chaos.check.Violation;
import dev.parley.chaos.client.Surroundings;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.report.Report;
import dev.parley.chaos.schedule.Schedule;
import dev.parley.stack.LocalStack;
import dev.parley.stack.StackOptions;
import dev.parley.stack.run.RunFolder;
import dev.parley.stack.run.RunLog;
import dev.parley.stack.state.DataFolder;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** One run: it starts its own stack and a crowd, causes faults, then judges. */
public final class ChaosRun {

  private final ChaosOptions options;
  private final Consumer<String> progress;

  public ChaosRun(ChaosOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Whether every promise was kept. */
  public boolean run() {
    Schedule schedule = Schedule.of(options);
    RunFolder folder = RunFolder.prepare(options.data(), "chaos", "postgres");
    RunLog.writeTo(DataFolder.prepare(folder.path()).log("chaos"));
    tellPlan(schedule);
    Evidence evidence;
    try (LocalStack stack = LocalStack.start(stackOptions(folder))) {
      evidence = gather(stack, schedule);
    }
    List<Violation> violations = judge(evidence);
    Report report = Report.of(options, schedule, evidence, violations);
    report.lines().forEach(progress);
    options.report().ifPresent(report::write);
    folder.finish(violations.isEmpty(), progress);
    return violations.isEmpty();
  }

  /** The time limits assume a machine with time to spare. After a slow run it has none. */
  private List<Violation> judge(Evidence evidence) {
    return options.slow() ? Verification.regardlessOfTime(evidence) : Verification.of(evidence);
  }

  private void tellPlan(Schedule schedule) {
    progress.accept(
        String.format(
            Locale.ROOT,
            "Seed %d: %d faults in %d batches, about %d s.",
            options.seed(),
            schedule.faults().size(),
            schedule.batches().size(),
            options.length().toSeconds()));
    schedule
        .batches()
        .forEach(
            batch ->
                batch
                    .faults()
                    .forEach(
                        fault ->
                            progress.accept(
                                String.format(
                                    Locale.ROOT,
                                    "  batch %d + %5.1f s  %s",
                                    schedule.batches().indexOf(batch) + 1,
                                    fault.after().toMillis() / 1000.0,
                                    fault))));
  }

  private StackOptions stackOptions(RunFolder folder) {
    return StackOptions.defaults()
        .withData(folder.path())
        .withPort(0)
        .withGateways(2)
        .withHistories(2)
        .withAuths(2)
        .withEnvironment(ServiceEnvironment.of(options.without()))
        .withProgress(progress);
  }

  private Evidence gather(LocalStack stack, Schedule schedule) {
    Random random = new Random(options.seed());
    try (Surroundings clients = Surroundings.at(stack.address());
        Faults faults = new Faults(stack, clients.clock(), progress, options)) {
      return new Course(options, clients, stack, faults, random, progress).run(schedule);
    }
  }
}
