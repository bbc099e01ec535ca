package dev.parley.system.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.bench.BenchCommand;
import dev.parley.chaos.ChaosCommand;
import dev.parley.fuzz.FuzzCommand;
import dev.parley.stack.command.ParleyCommand;
import dev.parley.tools.command.ToolsCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The script checks arguments against {@code docs/commands}, so these name every option. */
class CommandsDocumentTest {

  @Test
  void theHelpOfEveryCommandNamesItsOptions() throws IOException {
    Map<String, CommandLine> commands = new HashMap<>();
    commands.putAll(ParleyCommand.commandLine().getSubcommands());
    commands.putAll(ToolsCommand.commandLine().getSubcommands());
    commands.put("chaos", new CommandLine(new ChaosCommand()));
    commands.put("bench", new CommandLine(new BenchCommand()));
    commands.put("fuzz", new CommandLine(new FuzzCommand()));
    for (Map.Entry<String, CommandLine> command : commands.entrySet()) {
      assertEquals(options(command.getValue()), named(command.getKey()), command.getKey());
    }
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
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
