package dev.parley.chaos;

import dev.parley.chaos.run.ChaosRun;
import dev.parley.chaos.schedule.FaultKind;
import dev.parley.protocol.Mechanism;
import dev.parley.stack.StackException;
import dev.parley.stack.run.RunCommand;
import dev.parley.stack.run.RunFiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./parley chaos}. */
@Command(
    name = "./parley chaos",
    description = "Start a separate Parley, kill parts of it under load, and check every promise.")
public final class ChaosCommand implements Callable<Integer> {

  private static final int MOST_MINUTES = 24 * 60;
  private static final int USERS = 16;
  private static final int RATE = 24;
  private static final int SLOW_USERS = 80;
  private static final int SLOW_RATE = 12;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "5",
      description = "How long (default: 5); killed parts may take a little longer to come back.")
  double minutes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed gives the same faults (default: 1).")
  long seed;

  @Option(
      names = "--kill",
      paramLabel = "KIND,...",
      defaultValue = "gateway,history,auth,redis,postgres,pause,drain",
      description = "Which faults may happen (default: ${DEFAULT-VALUE}), or none.")
  String kinds;

  @Option(
      names = "--without",
      paramLabel = "MECHANISM,...",
      defaultValue = "",
      description = "Start every service without these mechanisms, to show that the checks notice.")
  String without;

  @Option(
      names = "--slow",
      description =
          "Starve every part of time, restart gateways and history one after the other, and begin"
              + " new conversations.")
  boolean slow;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "How many users, with one or two clients each (default: 16; slow: 80).")
  Integer users;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Messages a second of all users together (default: 24; slow: 12).")
  Integer rate;

  @Mixin RunFiles files = new RunFiles();

  public static void main(String[] arguments) {
    RunCommand.main(new ChaosCommand(), arguments);
  }

  @Override
  public Integer call() {
    ChaosOptions options = options();
    return RunCommand.status(new ChaosRun(options, System.out::println).run());
  }

  private ChaosOptions options() {
    RunCommand.require(
        minutes > 0 && minutes <= MOST_MINUTES, "--minutes must be above 0 and at most a day.");
    int howMany = users == null ? (slow ? SLOW_USERS : USERS) : users;
    int perSecond = rate == null ? (slow ? SLOW_RATE : RATE) : rate;
    RunCommand.require(howMany >= 4 && howMany <= 200, "--users must be between 4 and 200.");
    RunCommand.require(perSecond >= 1 && perSecond <= 200, "--rate must be between 1 and 200.");
    return new ChaosOptions(
        seed,
        Duration.ofMillis(Math.round(minutes * Duration.ofMinutes(1).toMillis())),
        named("--kill", FaultKind.class, kinds.strip().equals("none") ? "" : kinds),
        named("--without", Mechanism.class, without),
        files.data(),
        files.report(),
        howMany,
        perSecond,
        slow);
  }

  static <E extends Enum<E>> Set<E> named(String option, Class<E> type, String names) {
    List<String> given =
        Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    Set<E> found = EnumSet.noneOf(type);
    for (String name : given) {
      found.add(
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> constant.name().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> unknown(option, type, name)));
    }
    return found;
  }

  private static <E extends Enum<E>> StackException unknown(
      String option, Class<E> type, String name) {
    String all =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new StackException(
        "%s does not know \"%s\". It knows: %s.".formatted(option, name, all));
  }
}
