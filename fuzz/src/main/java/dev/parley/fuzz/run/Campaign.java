package dev.parley.fuzz.run;

import dev.parley.fuzz.check.Finding;
import dev.parley.fuzz.input.Input;
import dev.parley.fuzz.input.Inputs;
import dev.parley.stack.StackException;
import dev.parley.stack.run.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Runs several throwers at once, so that slow inputs mix with fast ones. */
final class Campaign {

  private static final int THROWERS = 8;
  private static final int ENOUGH_FINDINGS = 25;
  private static final int MOST_AGAIN = 5;
  private static final Duration BEFORE_COMING_AGAIN = Duration.ofSeconds(2);

  private final Target target;
  private final Inputs inputs;
  private final List<Account> accounts;
  private final Tally tally = new Tally();
  private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();

  /**
   * @param accounts one for the sockets and one for the requests of each thrower, see {@link
   *     #accounts}
   */
  Campaign(Target target, Inputs inputs, List<Account> accounts) {
    this.target = target;
    this.inputs = inputs;
    this.accounts = accounts;
  }

  static int accounts() {
    return 2 * THROWERS;
  }

  Tally tally() {
    return tally;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Throws the inputs with these numbers. Stops early once further findings would not help. */
  void run(long from, long to) {
    AtomicLong next = new AtomicLong(from);
    try (ExecutorService threads = Executors.newFixedThreadPool(THROWERS)) {
      List<Future<?>> throwers = new ArrayList<>();
      for (int thrower = 0; thrower < THROWERS; thrower++) {
        int number = thrower;
        throwers.add(threads.submit(() -> work(number, next, to)));
      }
      throwers.forEach(Campaign::await);
    }
  }

  private static void await(Future<?> thrower) {
    try {
      thrower.get();
    } catch (ExecutionException e) {
      throw new StackException("No more inputs could be sent: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("The run was interrupted.", e);
    }
  }

  private Void work(int thrower, AtomicLong next, long to) throws IOException {
    try (HttpThrower http = new HttpThrower(target, accounts.get(2 * thrower));
        SocketThrower sockets = new SocketThrower(target, accounts.get(2 * thrower + 1))) {
      for (long number = next.getAndIncrement();
          number < to && findings.size() < ENOUGH_FINDINGS;
          number = next.getAndIncrement()) {
        Input input = inputs.draw(number);
        note(number, input, patiently(input, http, sockets));
      }
    }
    return null;
  }

  /**
   * A gateway may say that it cannot serve now, as a service may answer 503, but not repeatedly.
   */
  private static Reaction patiently(Input input, HttpThrower http, SocketThrower sockets)
      throws IOException {
    Reaction reaction = thrown(input, http, sockets);
    for (int again = 0; again < MOST_AGAIN && reaction.isComingAgainAskedFor(); again++) {
      Pause.of(BEFORE_COMING_AGAIN);
      reaction = thrown(input, http, sockets);
    }
    return reaction;
  }

  private static Reaction thrown(Input input, HttpThrower http, SocketThrower sockets)
      throws IOException {
    return switch (input) {
      case Input.Http request -> http.at(request);
      case Input.Handshake handshake -> sockets.at(handshake);
      case Input.Frames frames -> sockets.at(frames);
    };
  }

  private void note(long number, Input input, Reaction reaction) {
    tally.count("%s: %s".formatted(input.kind(), reaction.seen()));
    reaction
        .complaint()
        .ifPresent(
            complaint ->
                findings.add(
                    new Finding(
                        "input",
                        String.format(
                            Locale.ROOT,
                            "input %d (%s) %s, with %s",
                            number,
                            input.kind(),
                            complaint,
                            reaction.seen()),
                        List.of(input.shown()))));
  }
}
