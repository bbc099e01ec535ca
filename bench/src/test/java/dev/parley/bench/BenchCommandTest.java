package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.bench.row.Row;
import dev.parley.stack.StackException;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

  @Test
  void allRowsAreMeasuredWhereNoneIsNamed() {
    assertEquals(Row.all(), BenchCommand.named(""));
  }

  @Test
  void namedRowsComeInTheOrderOfTheTable() {
    assertEquals(List.of(Row.FAN_OUT, Row.JOIN_STORM), BenchCommand.named("join-storm, fan-out"));
  }

  @Test
  void anUnknownRowGetsAListOfAll() {
    StackException refused =
        assertThrows(StackException.class, () -> BenchCommand.named("fan-out,moon"));
    assertEquals(
        "--rows does not know \"moon\". It knows: fan-out, saturation, latency, direct, append,"
            + " connect, join-storm, slow-reader, gateways, rooms, many-rooms, new-conversations,"
            + " first-minute, idle.",
        refused.getMessage());
  }

  @Test
  void threeRepetitionsAreUsualAndOneIsQuick() {
    assertEquals(3, options().repetitions());
    assertEquals(1, options("--quick").repetitions());
    assertEquals(5, options("--quick", "--repetitions", "5").repetitions());
  }

  @Test
  void noRepetitionIsRefused() {
    assertThrows(StackException.class, () -> options("--repetitions", "0"));
  }

  private static BenchOptions options(String... arguments) {
    BenchCommand command = new BenchCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.options();
  }
}
