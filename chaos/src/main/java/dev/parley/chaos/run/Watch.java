package dev.parley.chaos.run;

import dev.parley.chaos.WatchOptions;
import dev.parley.chaos.check.Verification;
import dev.parley.chaos.check.Violation;
import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.client.Surroundings;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.QuietPeriod;
import dev.parley.chaos.report.Report;
import dev.parley.stack.StackException;
import dev.parley.stack.run.Pause;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Lets a crowd talk to a Parley elsewhere while somebody else makes parts of it fail, then judges.
 * It prints "talking" when it begins, and reads a line when the faults are over. It prints
 * "settled" when the last message has arrived, and reads another line when the stored messages can
 * be read.
 */
public final class Watch {

  /**
   * A machine that runs everything may be slow: what never arrives is a loss, what is late is not.
   */
  private static final Duration LAST_WORDS = Duration.ofMinutes(3);

  private static final Duration PRESENCE_SETTLES = Duration.ofSeconds(28);

  private final WatchOptions options;
  private final BufferedReader words;
  private final Consumer<String> progress;
  private final Random random = new Random();

  /**
   * @param words lines from whoever makes parts fail
   */
  public Watch(WatchOptions options, BufferedReader words, Consumer<String> progress) {
    this.options = options;
    this.words = words;
    this.progress = progress;
  }

  /** Whether nothing was lost, shown twice or out of order. The speed is reported, not judged. */
  public boolean run() {
    Evidence evidence;
    try (Surroundings clients = Surroundings.at(options.address())) {
      evidence = gather(clients);
    }
    List<Violation> violations = Verification.regardlessOfTime(evidence);
    Report.of(head(), evidence, violations).lines().forEach(progress);
    return violations.isEmpty();
  }

  private Map<String, Object> head() {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("address", options.address());
    head.put("messages_per_second", options.messagesPerSecond());
    return head;
  }

  private Evidence gather(Surroundings surroundings) {
    RunClock clock = surroundings.clock();
    Crowd crowd = Crowd.gather(options.users(), surroundings, random);
    progress.accept(
        String.format(Locale.ROOT, "%d clients are connected.", crowd.clients().size()));
    try (Traffic traffic = traffic(crowd, surroundings)) {
      traffic.begin();
      progress.accept("talking");
      awaitWord();
    }
    QuietPeriod quiet = settle(crowd, clock);
    progress.accept("settled");
    awaitWord();
    return new Evidence(
        crowd.logs(), StoredLines.read(options.stored(), clock), List.of(), List.of(quiet));
  }

  private Traffic traffic(Crowd crowd, Surroundings surroundings) {
    String run = String.format(Locale.ROOT, "%04x", random.nextInt(1 << 16));
    return new Traffic(
        crowd,
        new Recent(random),
        random,
        run,
        options.messagesPerSecond(),
        false,
        surroundings.threads().timer());
  }

  private static QuietPeriod settle(Crowd crowd, RunClock clock) {
    long from = clock.now();
    crowd.letEverythingArrive(LAST_WORDS);
    Pause.until(() -> crowd.isPresenceRight(clock.now()), PRESENCE_SETTLES);
    return new QuietPeriod(from, clock.now(), crowd.presence(clock.now()));
  }

  private void awaitWord() {
    try {
      if (words.readLine() == null) {
        throw new StackException("The process that causes the faults has ended.");
      }
    } catch (IOException e) {
      throw new StackException(
          "The process that causes the faults cannot be read: " + e.getMessage(), e);
    }
  }
}
