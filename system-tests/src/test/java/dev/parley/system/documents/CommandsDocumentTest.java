package dev.parley.system.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.bench.BenchCommand;
import dev.parley.chaos.ChaosCommand;
import dev.parley.fuzz.FuzzCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The script checks arguments against {@code docs/commands}, so these name every option. */
class CommandsDocumentTest {

  @Test
  void theHelpOfEveryToolNamesItsOptions() throws IOException {
    assertEquals(options(new ChaosCommand()), named("chaos"));
    assertEquals(options(new BenchCommand()), named("bench"));
    assertEquals(options(new FuzzCommand()), named("fuzz"));
  }

  private static Set<String> options(Object command) {
    return new CommandLine(command)
        .getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !name.equals("--help"))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named(String command) throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "commands", command + ".txt")).stream()
        .filter(line -> line.startsWith("  --"))
        .map(line -> line.strip().split(" ", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
