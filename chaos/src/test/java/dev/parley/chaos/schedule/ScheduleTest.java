package dev.parley.chaos.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);
  private static final Duration LONG = Duration.ofMinutes(20);
  private static final int USERS = 16;

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertEquals(draw(7, ALL, LONG), draw(7, ALL, LONG));
    assertNotEquals(draw(7, ALL, LONG), draw(8, ALL, LONG));
  }

  @Test
  void twentyMinutesHaveAtLeastSixtyKills() {
    for (long seed = 0; seed < 50; seed++) {
      long kills =
          draw(seed, ALL, LONG).faults().stream().filter(fault -> fault.kind().kills()).count();
      assertTrue(kills >= 60, "seed " + seed + ": " + kills);
    }
  }

  @Test
  void everyKindOccursEvenInTwoMinutes() {
    for (long seed = 0; seed < 50; seed++) {
      assertEquals(ALL, kinds(draw(seed, ALL, Duration.ofMinutes(2))), "seed " + seed);
    }
  }

  @Test
  void onlyWhatIsWantedHappens() {
    Set<FaultKind> wanted = EnumSet.of(FaultKind.REDIS, FaultKind.PAUSE);
    assertEquals(wanted, kinds(draw(1, wanted, LONG)));
    assertEquals(List.of(), draw(1, Set.of(), LONG).faults());
  }

  @Test
  void faultsBeginInOrderAndWithinTheirBatch() {
    for (Batch batch : draw(3, ALL, LONG).batches()) {
      Duration before = Duration.ZERO;
      for (PlannedFault fault : batch.faults()) {
        assertTrue(fault.after().compareTo(before) >= 0, fault.toString());
        assertTrue(fault.after().compareTo(batch.lasting()) < 0, fault.toString());
        before = fault.after();
      }
    }
  }

  private static Schedule draw(long seed, Set<FaultKind> kinds, Duration length) {
    return Schedule.draw(seed, kinds, length, USERS);
  }

  private static Set<FaultKind> kinds(Schedule schedule) {
    return schedule.faults().stream().map(PlannedFault::kind).collect(Collectors.toSet());
  }

  @Test
  void gatewaysAndHistoryServicesFailInTurnOnASlowMachine() {
    Schedule schedule = Schedule.rolling(7, Duration.ofMinutes(10), 80);
    assertEquals(schedule, Schedule.rolling(7, Duration.ofMinutes(10), 80));
    assertEquals(5, schedule.batches().size());
    for (Batch batch : schedule.batches()) {
      List<Target> targets = batch.faults().stream().map(PlannedFault::target).limit(5).toList();
      assertEquals(
          List.of(
              Target.GATEWAY_1,
              Target.GATEWAY_2,
              Target.HISTORY_1,
              Target.HISTORY_2,
              Target.GATEWAY_1),
          targets);
    }
  }
}
