package dev.parley.fuzz.run;

import dev.parley.fuzz.FuzzOptions;
import dev.parley.fuzz.check.Connections;
import dev.parley.fuzz.check.Finding;
import dev.parley.fuzz.check.Logs;
import dev.parley.fuzz.check.Memory;
import dev.parley.fuzz.input.Inputs;
import dev.parley.fuzz.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Throws all inputs of a run at a stack, and examines it before and after. It measures memory after
 * the first tenth, because by then code is compiled and pools are full.
 */
public final class Bombardment {

  private static final int WARM_UP_SHARE = 10;

  private final FuzzOptions options;
  private final Target target;
  private final Consumer<String> progress;
  private final List<Finding> findings = new ArrayList<>();

  public Bombardment(FuzzOptions options, Target target, Consumer<String> progress) {
    this.options = options;
    this.target = target;
    this.progress = progress;
  }

  public Report run() {
    long begin = System.nanoTime();
    Logs logs = new Logs(target.services());
    Connections connections = Connections.of(target.gateways());
    List<Account> accounts = accounts();
    Campaign campaign =
        new Campaign(target, new Inputs(options.seed(), target.operations()), accounts);
    Memory before = warmUp(campaign, connections);
    campaign.run(first(), last());
    progress.accept("All inputs are sent. Parley should now be as before.");
    connections.awaitAllGone().ifPresent(findings::add);
    Memory after = Memory.of(target.services());
    findings.addAll(campaign.findings());
    findings.addAll(after.since(before));
    Serving.check(target, mark()).ifPresent(findings::add);
    findings.addAll(logs.findings(accounts.stream().map(Account::token).toList()));
    long seconds = (System.nanoTime() - begin) / 1_000_000_000;
    return Report.of(options, seconds, campaign.tally().counts(), before, after, findings);
  }

  private List<Account> accounts() {
    Account.of(target.edge(), Inputs.WITNESS);
    String mark = mark();
    return IntStream.range(0, Campaign.accounts())
        .mapToObj(
            number ->
                Account.of(target.edge(), String.format(Locale.ROOT, "fuzz-%s-%d", mark, number)))
        .toList();
  }

  /** A prefix for unique names. */
  private static String mark() {
    return Stream.generate(() -> ThreadLocalRandom.current().nextInt('b', 'h'))
        .limit(10)
        .map(Character::toString)
        .collect(Collectors.joining());
  }

  private Memory warmUp(Campaign campaign, Connections connections) {
    if (options.only().isEmpty()) {
      campaign.run(0, options.inputs() / WARM_UP_SHARE);
    }
    connections.awaitAllGone().ifPresent(findings::add);
    Memory before = Memory.of(target.services());
    before.lines().forEach(progress);
    return before;
  }

  private long first() {
    return options.only().orElse(options.inputs() / WARM_UP_SHARE);
  }

  private long last() {
    return options.only().isPresent() ? options.only().getAsLong() + 1 : options.inputs();
  }
}
