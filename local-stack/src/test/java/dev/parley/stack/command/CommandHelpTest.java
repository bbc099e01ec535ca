package dev.parley.stack.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** The script checks arguments against the help, so the help names the options that Java knows. */
class CommandHelpTest {

  @ParameterizedTest
  @ValueSource(strings = {"up", "doctor", "backup", "restore", "import"})
  void theHelpNamesEveryOption(String command) throws IOException {
    Set<String> known =
        ParleyCommand.commandLine()
            .getSubcommands()
            .get(command)
            .getCommandSpec()
            .options()
            .stream()
            .map(OptionSpec::longestName)
            .filter(name -> !name.equals("--help"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, named(command));
  }

  private static Set<String> named(String command) throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "commands", command + ".txt")).stream()
        .filter(line -> line.startsWith("  --"))
        .map(line -> line.strip().split(" ", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
