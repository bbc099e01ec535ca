package dev.parley.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.stack.StackException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FuzzCommandTest {

  @Test
  void aHundredThousandInputsAreUsual() {
    assertEquals(100_000, options().inputs());
    assertEquals(1, options().seed());
    assertEquals(OptionalLong.empty(), options().only());
  }

  @Test
  void oneInputCanBeRepeated() {
    assertEquals(OptionalLong.of(4_711), options("--seed", "7", "--only", "4711").only());
  }

  @Test
  void noInputsAtAllAreRefused() {
    assertThrows(StackException.class, () -> options("--inputs", "0"));
  }

  private static FuzzOptions options(String... arguments) {
    FuzzCommand command = new FuzzCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.options();
  }
}
