package dev.parley.fuzz.run;

import dev.parley.fuzz.FuzzOptions;
import dev.parley.fuzz.report.Report;
import dev.parley.stack.LocalStack;
import dev.parley.stack.run.RunFolder;
import dev.parley.stack.run.RunLog;
import dev.parley.stack.state.DataFolder;
import java.util.Locale;
import java.util.function.Consumer;

/** One run: it starts its own stack, throws everything at it, then judges. */
public final class FuzzRun {

  private final FuzzOptions options;
  private final Consumer<String> progress;

  public FuzzRun(FuzzOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Whether nothing was found. */
  public boolean run() {
    RunFolder folder = RunFolder.prepare(options.data(), "fuzz", "postgres");
    RunLog.writeTo(DataFolder.prepare(folder.path()).log("fuzz"));
    progress.accept(
        String.format(Locale.ROOT, "Seed %d: %d inputs.", options.seed(), options.inputs()));
    Report report;
    try (LocalStack stack = start(folder)) {
      report = new Bombardment(options, Target.of(stack), progress).run();
    }
    report.lines().forEach(progress);
    options.report().ifPresent(report::write);
    folder.finish(report.findings().isEmpty(), progress);
    return report.findings().isEmpty();
  }

  private LocalStack start(RunFolder folder) {
    return LocalStack.start(FuzzStack.options(folder.path()).withProgress(progress));
  }
}
