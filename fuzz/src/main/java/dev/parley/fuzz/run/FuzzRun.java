package dev.parley.fuzz.run;

import dev.parley.fuzz.FuzzOptions;
import dev.parley.fuzz.report.Report;
import dev.parley.stack.LocalStack;
import dev.parley.stack.StackOptions;
import dev.parley.stack.run.RunFolder;
import dev.parley.stack.run.RunLog;
import dev.parley.stack.state.DataFolder;
import java.util.Map;
import java.util.function.Consumer;

/** One run: a stack of its own, everything thrown at it, then the judgement. */
public final class FuzzRun {

  /** Registering and logging in shall not be what takes the time. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PARLEY_PASSWORDS_ITERATIONS", "10000");

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
    progress.accept("Seed %d: %d inputs.".formatted(options.seed(), options.inputs()));
    Report report;
    try (LocalStack stack = LocalStack.start(stackOptions(folder))) {
      report = new Bombardment(options, target(stack), progress).run();
    }
    report.lines().forEach(progress);
    options.report().ifPresent(report::write);
    folder.finish(report.findings().isEmpty(), progress);
    return report.findings().isEmpty();
  }

  private StackOptions stackOptions(RunFolder folder) {
    return StackOptions.defaults()
        .withData(folder.path())
        .withPort(0)
        .withGateways(2)
        .withEnvironment(ENVIRONMENT)
        .withProgress(progress);
  }

  private static Target target(LocalStack stack) {
    return new Target(
        stack.address(), stack.gateways(), stack.auth().getFirst(), stack.history().getFirst());
  }
}
