package dev.parley.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.bench.machine.CpuTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Results results = new Results();

  @Test
  void aFigureHasItsMedianItsSpreadAndItsRatioToTheFloor() {
    for (double ours : new double[] {300, 100, 200}) {
      results.add("fan-out", "8 in flight", "parley", Figures.none().with("messages/s", ours));
      results.add("fan-out", "8 in flight", "floor", Figures.none().with("messages/s", 1000));
    }
    assertEquals(
        "  messages/s                        200   100 – 300                        1,000      0.20",
        Table.lines(results).getLast());
  }

  @Test
  void whatIsVoidShowsNoFigures() {
    results.add("direct", "saturated", "parley", Figures.none().with("messages/s", 1));
    results.makeVoid("direct", "saturated", "parley: a client lacks a message");
    assertEquals(
        List.of("", "direct: saturated", "  void: parley: a client lacks a message"),
        Table.lines(results));
    assertFalse(results.isSound());
  }

  @Test
  void cpuTimeIsShownForEachProcess() {
    Figures figures =
        Figures.none().withCpuPerMillion(new CpuTime(Map.of("gateway", 2.0)), 4_000_000);
    assertEquals(Map.of("CPU s per million", 0.5), figures.values());
    results.add("append", "one", "parley", figures);
    assertTrue(results.isSound());
  }

  @Test
  void aSpreadOfTwoHasItsMedianBetweenThem() {
    assertEquals(1.5, Spread.of(List.of(2.0, 1.0)).median());
  }

  @Test
  void numbersHaveThreeDigitsThatCount() {
    assertEquals("1,234,567", Table.number(1_234_567.4));
    assertEquals("12.3", Table.number(12.34));
    assertEquals("0.28", Table.number(0.281));
  }
}
