package dev.parley.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run. Secrets go into {@code environment} or {@code input}, never into {@code command},
 * which every user of the machine can read.
 *
 * @param environment set on top of this process's own; an empty value removes the variable
 * @param input written to its standard input
 * @param stopSignal asks it to end in order
 */
public record LaunchPlan(
    String name,
    List<String> command,
    Map<String, String> environment,
    String input,
    Path log,
    Signal stopSignal) {

  public LaunchPlan {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
