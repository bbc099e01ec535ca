package dev.parley.bench.row;

import dev.parley.bench.client.ClientLoop;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Door;
import dev.parley.bench.client.VoidedException;
import dev.parley.bench.machine.CpuTime;
import dev.parley.bench.report.Figures;
import dev.parley.bench.report.Results;
import dev.parley.bench.report.Table;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.Server;
import dev.parley.bench.server.UpCommand;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the rows share: the servers, the load generator and the results. */
public final class Bench {

  private static final Duration ROW_LIMIT = Duration.ofMinutes(20);
  private static final Duration ARRIVAL_LIMIT = Duration.ofSeconds(90);

  /** A client of the second protocol gets nothing live in its first second (see protocol.md). */
  private static final Duration UNTIL_LIVE = Duration.ofMillis(1_500);

  private static final Duration QUIET_LIMIT = Duration.ofSeconds(20);
  private static final Duration QUIET_SAMPLE = Duration.ofMillis(300);
  private static final double QUIET_SHARE = 0.10;
  private static final double NANOS_IN_SECOND = 1e9;

  private final Scale scale;
  private final ClientLoop loop;
  private final ParleyServer parley;
  private final Server floor;
  private final Further further;
  private final Results results;
  private final Consumer<String> progress;
  private String row;
  private long rowEndsAt;

  /** Starts more servers; whoever asks for one closes it. */
  public interface Further {

    ParleyServer parley(int gateways);

    UpCommand up();
  }

  public Bench(
      Scale scale,
      ClientLoop loop,
      ParleyServer parley,
      Server floor,
      Further further,
      Results results,
      Consumer<String> progress) {
    this.scale = scale;
    this.loop = loop;
    this.parley = parley;
    this.floor = floor;
    this.further = further;
    this.results = results;
    this.progress = progress;
  }

  void run(String name, Procedure procedure) {
    row = name;
    rowEndsAt = System.nanoTime() + ROW_LIMIT.toNanos();
    try {
      procedure.run(this);
    } catch (VoidedException e) {
      results.makeVoid(name, "preparation", e.getMessage());
    }
    results.all().stream()
        .filter(it -> it.row().equals(name))
        .flatMap(it -> Table.lines(it).stream())
        .forEach(progress);
  }

  Scale scale() {
    return scale;
  }

  ClientLoop loop() {
    return loop;
  }

  ParleyServer parley() {
    return parley;
  }

  Server floor() {
    return floor;
  }

  /** A new Parley; the caller closes it. */
  ParleyServer start(int gateways) {
    return further.parley(gateways);
  }

  UpCommand up() {
    return further.up();
  }

  /** Measures something once. If that fails, all of its repetitions are void. */
  void record(String title, Server server, Supplier<Figures> measuring) {
    record(title, server.name(), measuring);
  }

  void record(String title, String system, Supplier<Figures> measuring) {
    if (System.nanoTime() > rowEndsAt) {
      results.makeVoid(
          row,
          title,
          String.format(Locale.ROOT, "the row took more than %d min", ROW_LIMIT.toMinutes()));
      return;
    }
    try {
      results.add(row, title, system, measuring.get());
    } catch (VoidedException e) {
      results.makeVoid(row, title, "%s: %s".formatted(system, e.getMessage()));
    }
  }

  /** Clients that get messages to everybody, live. */
  Crowd crowd(Server server, int clients) {
    return crowd(server, server.door(), clients);
  }

  Crowd crowd(Server server, Door door, int clients) {
    Crowd crowd = connected(door, clients);
    settle(server);
    return crowd;
  }

  /** The same, and does not wait until the server has nothing to do. */
  Crowd crowdAtOnce(Server server, int clients) {
    return connected(server.door(), clients);
  }

  private Crowd connected(Door door, int clients) {
    Crowd crowd = Crowd.empty(loop, door);
    try {
      crowd.grow(clients, ARRIVAL_LIMIT);
    } catch (VoidedException e) {
      crowd.close();
      throw e;
    }
    Pause.of(UNTIL_LIVE);
    return crowd;
  }

  /** Waits for a limited time until the server has nothing more to do. */
  void settle(Server server) {
    var unused = Pause.until(() -> isQuiet(server), QUIET_LIMIT);
  }

  private static boolean isQuiet(Server server) {
    long began = System.nanoTime();
    CpuTime before = CpuTime.of(server.processes());
    Pause.of(QUIET_SAMPLE);
    double used = CpuTime.of(server.processes()).since(before).sum();
    return used < QUIET_SHARE * (System.nanoTime() - began) / NANOS_IN_SECOND;
  }
}
