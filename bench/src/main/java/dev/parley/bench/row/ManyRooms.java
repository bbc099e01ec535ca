package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Door;
import dev.parley.bench.machine.CpuTime;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.RoomPlan;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.Locale;

/**
 * The cost of being in many rooms: the memory of a connection, the time until all users have
 * connected and resumed, and the bytes of their greeting. Compares users in no room with users in
 * many. Each repetition has a new process.
 */
final class ManyRooms implements Procedure {

  private static final long FIRST_ROOM = 2_000_000;
  private static final int FIRST_USER = 30_000;
  private static final int FIRST_IN_NO_ROOM = 40_000;
  private static final int MEMBERS = 100;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final double NANOS_IN_SECOND = 1e9;
  private static final double MILLIS_IN_SECOND = 1e3;
  private static final double KILOBYTE = 1024;

  @Override
  public void run(Bench bench) {
    int users = bench.scale().receivers();
    RoomPlan plan = new RoomPlan(FIRST_ROOM, FIRST_USER, users, Math.min(MEMBERS, users));
    Door inRooms = bench.parley().createRooms(plan);
    Door inNone = bench.parley().createUsers(FIRST_IN_NO_ROOM, users);
    for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
      measure(bench, inNone, users, 0);
      measure(bench, inRooms, users, plan.roomsOfEach());
    }
  }

  private static void measure(Bench bench, Door door, int users, int rooms) {
    bench.parley().restartFront();
    bench.record(
        String.format(Locale.ROOT, "%,d users in %d rooms each", users, rooms),
        bench.parley(),
        () -> measured(bench, door, users));
  }

  /** The first time loads and compiles everything. */
  private static Figures measured(Bench bench, Door door, int users) {
    var unused = connected(bench, door, users);
    return connected(bench, door, users);
  }

  private static Figures connected(Bench bench, Door door, int users) {
    long before = memory(bench);
    try (Crowd crowd = Crowd.empty(bench.loop(), door)) {
      CpuTime cpu = CpuTime.of(bench.parley().processes());
      long began = System.nanoTime();
      crowd.grow(users, LIMIT);
      double seconds = (System.nanoTime() - began) / NANOS_IN_SECOND;
      CpuTime used = CpuTime.of(bench.parley().processes()).since(cpu);
      double growth = memory(bench) - before;
      crowd.requireSound();
      return Figures.none()
          .with("KB each", growth / users / KILOBYTE)
          .with("connects/s", users / seconds)
          .with("welcome bytes", crowd.clients().getFirst().welcomeBytes())
          .withCpu("CPU ms per connect", used, MILLIS_IN_SECOND / users);
    }
  }

  private static long memory(Bench bench) {
    Pause.of(REST);
    bench.settle(bench.parley());
    bench.parley().frontProcess().collectGarbage();
    return bench.parley().frontProcess().residentBytes();
  }
}
