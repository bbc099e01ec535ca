package dev.parley.bench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.bench.client.ClientLoop;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Door;
import dev.parley.bench.load.ClosedLoop;
import dev.parley.bench.load.OpenLoop;
import dev.parley.bench.load.Sending;
import dev.parley.bench.load.ToEverybody;
import dev.parley.bench.load.ToOneAnother;
import dev.parley.bench.load.Trial;
import dev.parley.bench.machine.Cores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load generator against the real floor. */
class FloorProcessIT {

  private static final int CLIENTS = 10;
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static FloorProcess floor;
  private static ClientLoop loop;

  @BeforeAll
  static void start(@TempDir Path folder) {
    floor = FloorProcess.start(300, folder.resolve("floor.log"), new Cores(false, "a test"));
    loop = new ClientLoop();
  }

  @AfterAll
  static void stop() {
    loop.close();
    floor.close();
  }

  @Test
  void whatOneSendsComesToEverybody() {
    Trial.Yield yield = closedLoop(floor.door(), Trial.ALL, crowd -> ToEverybody.of(crowd, 8));
    assertTrue(yield.messages() > 0);
    assertEquals(1.0, (double) yield.deliveries() / (yield.messages() * CLIENTS), 0.5);
  }

  @Test
  void whatOneSendsDirectlyComesToOneOther() {
    Trial.Yield yield = closedLoop(floor.directDoor(), 1, crowd -> new ToOneAnother(crowd, 20));
    assertTrue(yield.deliveries() > 0);
    assertEquals(1.0, (double) yield.deliveries() / yield.messages(), 0.5);
  }

  @Test
  void aSteadyRateIsKeptAndTimed() {
    try (Crowd crowd = Crowd.empty(loop, floor.door())) {
      crowd.grow(CLIENTS, LIMIT);
      OpenLoop load = new OpenLoop(crowd, ToEverybody.of(crowd, 1), 100);
      new Trial(crowd, floor.processes(), Trial.ALL, true, SHORT, Duration.ofSeconds(1))
          .under(load);
      assertEquals(120.0, (double) load.sent(), 60.0);
      assertTrue(load.stopwatch().millis(99) > 0);
    }
  }

  private static Trial.Yield closedLoop(Door door, int copies, Function<Crowd, Sending> sending) {
    try (Crowd crowd = Crowd.empty(loop, door)) {
      crowd.grow(CLIENTS, LIMIT);
      return new Trial(crowd, floor.processes(), copies, false, SHORT, SHORT)
          .under(new ClosedLoop(crowd, sending.apply(crowd), 8));
    }
  }
}
