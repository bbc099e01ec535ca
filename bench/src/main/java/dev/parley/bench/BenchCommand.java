package dev.parley.bench;

import dev.parley.bench.client.VoidedException;
import dev.parley.bench.row.Row;
import dev.parley.stack.StackException;
import dev.parley.stack.run.RunCommand;
import dev.parley.stack.run.RunFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./parley bench}. */
@Command(
    name = "./parley bench",
    description = "Measure a separate Parley against a bare Netty server.")
public final class BenchCommand implements Callable<Integer> {

  private static final int USUAL_REPETITIONS = 3;
  private static final int MOST_REPETITIONS = 100;

  @Option(
      names = "--rows",
      paramLabel = "ROW,...",
      defaultValue = "",
      description = "What to measure (default: all).")
  String rows;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      description = "How often (default: 3; with --quick 1).")
  Integer repetitions;

  @Option(
      names = "--quick",
      description = "Small numbers, to see that everything works; the figures mean nothing.")
  boolean quick;

  @Mixin RunFiles files = new RunFiles();

  public static void main(String[] arguments) {
    RunCommand.main(
        new BenchCommand(),
        failure -> failure instanceof StackException || failure instanceof VoidedException,
        arguments);
  }

  @Override
  public Integer call() {
    return RunCommand.status(new BenchRun(options(), System.out::println).run());
  }

  BenchOptions options() {
    int times = repetitions == null ? (quick ? 1 : USUAL_REPETITIONS) : repetitions;
    if (times < 1 || times > MOST_REPETITIONS) {
      throw new StackException(
          String.format(Locale.ROOT, "--repetitions must be between 1 and %d.", MOST_REPETITIONS));
    }
    return new BenchOptions(named(rows), times, files.report(), files.data(), quick);
  }

  /** The named rows, or all of them, in the order of the table. */
  static List<Row> named(String names) {
    List<String> given =
        Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    given.forEach(BenchCommand::requireKnown);
    return Row.all().stream()
        .filter(row -> given.isEmpty() || given.stream().anyMatch(row.toString()::equals))
        .toList();
  }

  private static void requireKnown(String name) {
    if (Row.all().stream().noneMatch(row -> row.toString().equals(name))) {
      throw new StackException(
          "--rows does not know \"%s\". It knows: %s."
              .formatted(
                  name, Row.all().stream().map(Row::toString).collect(Collectors.joining(", "))));
    }
  }
}
