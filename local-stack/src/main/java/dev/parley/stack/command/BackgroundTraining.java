package dev.parley.stack.command;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackOptions;
import dev.parley.stack.Training;
import dev.parley.stack.process.OwnCommand;
import dev.parley.stack.state.DataFolder;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code ./parley train} beside a stack that runs, at the lowest priority. It ends with the stack.
 */
final class BackgroundTraining {

  /** People use the stack first. */
  private static final long PAUSE_SECONDS = 15;

  private final StackOptions options;
  private final Consumer<String> progress;

  private BackgroundTraining(StackOptions options) {
    this.options = options;
    this.progress = options.progress();
  }

  static void beginIfNeeded(StackOptions options) {
    if (new Training(options, ParleyCommand.class).isNeeded()) {
      CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS)
          .execute(() -> new BackgroundTraining(options).begin());
    }
  }

  private void begin() {
    File log = new DataFolder(options.data()).log("training").toFile();
    try {
      Process training =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.to(log))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(training::destroy, "stop-training"));
      var unused = training.onExit().thenAccept(ended -> tell(ended.exitValue(), log));
    } catch (IOException e) {
      progress.accept(
          "Parley will not start more quickly next time: %s.".formatted(IoReason.of(e)));
    }
  }

  private void tell(int status, File log) {
    if (status == 0) {
      progress.accept("From now on, Parley starts more quickly.");
    } else {
      progress.accept("Parley will not start more quickly next time; %s says why.".formatted(log));
    }
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(OwnCommand.of(ParleyCommand.class, List.of(), List.of("train")));
    return command;
  }
}
