package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.machine.CpuTime;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.Server;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.List;

/**
 * Handshakes with token check, and the memory of connections on which nothing happens. Each
 * repetition has a gateway of its own, so that all of its growth is counted. Every user is online
 * before the first handshake that counts: presence has a row of its own.
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
    int users = bench.scale().users();
    String title = "%,d and %,d connections".formatted(idle.getFirst(), idle.getLast());
    for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
      bench.record(title, bench.floor(), () -> measured(bench, bench.floor(), users));
      bench.parley().restartGateway();
      bench.record(title, bench.parley(), () -> measured(bench, bench.parley(), users));
    }
  }

  private static Figures measured(Bench bench, Server server, int users) {
    heatUp(bench, server, users);
    long before = memory(bench, server);
    try (Crowd crowd = Crowd.empty(bench.loop(), server.door())) {
      crowd.grow(users, LIMIT);
      bench.settle(server);
      Figures figures = Figures.none();
      for (int count : bench.scale().idle()) {
        figures = grown(crowd, count, server, figures);
        double growth = memory(bench, server) - before;
        figures = figures.with("KB each of %,d".formatted(count), growth / count / KILOBYTE);
        crowd.requireSound();
      }
      return figures;
    } finally {
      bench.settle(server);
    }
  }

  /** As many handshakes as users, which are forgotten again. */
  private static void heatUp(Bench bench, Server server, int users) {
    try (Crowd crowd = Crowd.empty(bench.loop(), server.door())) {
      crowd.grow(users, LIMIT);
    }
    bench.settle(server);
  }

  /** Only the first growth counts for the handshakes. */
  private static Figures grown(Crowd crowd, int count, Server server, Figures figures) {
    int more = count - crowd.clients().size();
    CpuTime cpu = CpuTime.of(server.processes());
    long began = System.nanoTime();
    crowd.grow(more, LIMIT);
    double seconds = (System.nanoTime() - began) / NANOS_IN_SECOND;
    CpuTime used = CpuTime.of(server.processes()).since(cpu);
    return figures.values().isEmpty()
        ? figures
            .with("handshakes/s", more / seconds)
            .withCpu("CPU ms per handshake", used, MILLIS_IN_SECOND / more)
        : figures;
  }

  private static long memory(Bench bench, Server server) {
    Pause.of(REST);
    bench.settle(server);
    return server.frontProcess().residentBytes();
  }
}
