package dev.parley.bench.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessStatTest {

  @Test
  void theTimesOfAProcessAndOfItsEndedChildrenAreFound() {
    ProcessStat stat =
        ProcessStat.parse(
            "4242 (java) S 1 4242 4242 0 -1 4194560 100 200 3 4 150 50 30 12 20 0 33 0 99 1 2\n");
    assertEquals(200, stat.ownTicks());
    assertEquals(42, stat.endedChildrenTicks());
  }

  @Test
  void aNameMayHoldBracketsAndSpaces() {
    ProcessStat stat =
        ProcessStat.parse("7 (a (b) c) S 1 7 7 0 -1 0 0 0 0 0 5 6 7 8 20 0 1 0 1 1 1\n");
    assertEquals(11, stat.ownTicks());
    assertEquals(15, stat.endedChildrenTicks());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thisProcessHasUsedTimeAndMemory() {
    ServerProcess self = new ServerProcess("self", ProcessHandle.current().pid());
    assertTrue(self.cpuSeconds() > 0);
    assertTrue(self.residentBytes() > 1_000_000);
  }

  @Test
  void oneThatIsGoneUsesNothing() {
    ServerProcess gone = new ServerProcess("gone", Integer.MAX_VALUE);
    assertEquals(0, gone.cpuSeconds());
    assertEquals(0, gone.residentBytes());
  }

  @Test
  void processesOfOneNameAreCountedTogether() {
    long self = ProcessHandle.current().pid();
    CpuTime twice = CpuTime.of(List.of(new ServerProcess("a", self), new ServerProcess("a", self)));
    assertEquals(List.of("a"), List.copyOf(twice.seconds().keySet()));
  }

  @Test
  void whatWasUsedIsTheDifference() {
    CpuTime before = new CpuTime(Map.of("gateway", 1.0, "redis", 2.0));
    CpuTime after = new CpuTime(Map.of("gateway", 1.5, "redis", 2.25));
    assertEquals(0.75, after.since(before).sum());
  }
}
