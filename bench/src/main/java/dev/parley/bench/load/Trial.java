package dev.parley.bench.load;

import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.VoidedException;
import dev.parley.bench.machine.CpuTime;
import dev.parley.bench.machine.ServerProcess;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * One measurement under load. It warms up, measures, waits for the messages in flight, and checks
 * that every client got every message.
 *
 * @param copies how many clients get each message; {@link #ALL} for all of them
 * @param timed whether each delivery is timed, which costs the load generator some time
 */
public record Trial(
    Crowd crowd,
    List<ServerProcess> servers,
    int copies,
    boolean timed,
    Duration warmUp,
    Duration measured) {

  /** Every client gets every message. */
  public static final int ALL = 0;

  private static final Duration LAST_DELIVERY_LIMIT = Duration.ofSeconds(20);
  private static final double NANOS_IN_SECOND = 1e9;

  /**
   * What happened while it measured.
   *
   * @param deliveries frames with a message that all clients got
   * @param messages complete messages
   */
  public record Yield(double seconds, long deliveries, long messages, CpuTime cpu) {}

  private record Counts(long nanos, long deliveries, long messages) {}

  private record Reading(Counts counts, CpuTime cpu) {}

  public Yield under(Load load) {
    crowd.requireSound();
    crowd.startCounting();
    if (timed) {
      crowd.takeTimes(load.stopwatch());
    }
    load.start();
    Pause.of(warmUp);
    Reading before = read(load);
    crowd.loop().run(() -> load.stopwatch().run(true));
    Pause.of(measured);
    Reading after = read(load);
    crowd.loop().run(() -> load.stopwatch().run(false));
    load.stop();
    requireAllDelivered(load.sent());
    crowd.takeNoTimes();
    return difference(before, after);
  }

  private Reading read(Load load) {
    Counts counts = crowd.loop().call(() -> counts(load));
    return new Reading(counts, CpuTime.of(servers));
  }

  private Counts counts(Load load) {
    long deliveries = crowd.clients().stream().mapToLong(Client::received).sum();
    return new Counts(System.nanoTime(), deliveries, load.completeNow());
  }

  private static Yield difference(Reading before, Reading after) {
    return new Yield(
        (after.counts.nanos - before.counts.nanos) / NANOS_IN_SECOND,
        after.counts.deliveries - before.counts.deliveries,
        after.counts.messages - before.counts.messages,
        after.cpu.since(before.cpu));
  }

  /**
   * Each client checks that places are dense and ascending, so equal counts mean the same messages.
   */
  private void requireAllDelivered(long sent) {
    if (copies == ALL) {
      crowd.await(
          () -> fewest(Client::received) >= sent, LAST_DELIVERY_LIMIT, () -> whoLacks(sent));
      if (-fewest(client -> -client.received()) > sent) {
        throw new VoidedException("a client got more messages than were sent");
      }
    } else {
      crowd.await(
          () -> crowd.received() == copies * sent,
          LAST_DELIVERY_LIMIT,
          "not every message arrived exactly once");
    }
  }

  private String whoLacks(long sent) {
    List<Client> lacking =
        crowd.loop().call(() -> crowd.clients().stream().filter(c -> c.received() < sent).toList());
    Client one = lacking.getFirst();
    return String.format(
        Locale.ROOT,
        "%d clients lack messages: number %d (%s protocol) got %d of %d",
        lacking.size(),
        one.number(),
        one.dialect(),
        one.received(),
        sent);
  }

  private long fewest(ToLongFunction<Client> count) {
    return crowd.loop().call(() -> crowd.clients().stream().mapToLong(count).min().orElse(0));
  }
}
