package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.machine.CpuTime;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.Server;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Measures the memory of idle connections, then handshakes with their token check. Each repetition
 * has a new process, so that all of its growth counts. Once its code is compiled, it times as many
 * handshakes as the smaller number of connections. Every user is online before that, because
 * presence has its own row.
 */
final class Connect implements Procedure {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final double NANOS_IN_SECOND = 1e9;
  private static final double MILLIS_IN_SECOND = 1e3;
  private static final double KILOBYTE = 1024;

  @Override
  public void run(Bench bench) {
    List<Integer> idle = bench.scale().idle();
    String title =
        String.format(Locale.ROOT, "%,d and %,d connections", idle.getFirst(), idle.getLast());
    for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
      for (Server server : List.of(bench.floor(), bench.parley())) {
        server.restartFront();
        bench.record(title, server, () -> measured(bench, server));
      }
    }
  }

  private static Figures measured(Bench bench, Server server) {
    usersComeAndGo(bench, server);
    Figures memory = memoryOfIdle(bench, server);
    HeatUp.with(bench, server, time -> connectFor(bench, server, time));
    return handshakes(bench, server, memory);
  }

  /** Makes as many handshakes as there are users, so that the measured ones load little more. */
  private static void usersComeAndGo(Bench bench, Server server) {
    withUsersOnline(bench, server, crowd -> Figures.none());
  }

  private static void connectFor(Bench bench, Server server, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      withUsersOnline(bench, server, crowd -> grown(bench, crowd));
    }
  }

  private static Figures grown(Bench bench, Crowd crowd) {
    crowd.grow(bench.scale().idle().getFirst(), LIMIT);
    return Figures.none();
  }

  private static Figures memoryOfIdle(Bench bench, Server server) {
    long before = memory(bench, server);
    return withUsersOnline(
        bench,
        server,
        crowd -> {
          Figures figures = Figures.none();
          for (int count : bench.scale().idle()) {
            crowd.grow(count - crowd.clients().size(), LIMIT);
            double growth = memory(bench, server) - before;
            figures =
                figures.with(
                    String.format(Locale.ROOT, "KB each of %,d", count), growth / count / KILOBYTE);
          }
          return figures;
        });
  }

  private static Figures handshakes(Bench bench, Server server, Figures figures) {
    int more = bench.scale().idle().getFirst();
    return withUsersOnline(
        bench,
        server,
        crowd -> {
          CpuTime cpu = CpuTime.of(server.processes());
          long began = System.nanoTime();
          crowd.grow(more, LIMIT);
          double seconds = (System.nanoTime() - began) / NANOS_IN_SECOND;
          CpuTime used = CpuTime.of(server.processes()).since(cpu);
          return figures
              .with("handshakes/s", more / seconds)
              .withCpu("CPU ms per handshake", used, MILLIS_IN_SECOND / more);
        });
  }

  private static Figures withUsersOnline(
      Bench bench, Server server, Function<Crowd, Figures> measuring) {
    try (Crowd crowd = Crowd.empty(bench.loop(), server.door())) {
      crowd.grow(bench.scale().users(), LIMIT);
      bench.settle(server);
      Figures figures = measuring.apply(crowd);
      crowd.requireSound();
      return figures;
    } finally {
      bench.settle(server);
    }
  }

  private static long memory(Bench bench, Server server) {
    Pause.of(REST);
    bench.settle(server);
    return server.frontProcess().residentBytes();
  }
}
