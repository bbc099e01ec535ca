package dev.parley.system.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.fuzz.FuzzOptions;
import dev.parley.fuzz.report.Report;
import dev.parley.fuzz.run.Bombardment;
import dev.parley.fuzz.run.FuzzStack;
import dev.parley.fuzz.run.Target;
import dev.parley.stack.LocalStack;
import dev.parley.stack.binaries.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * G7: whatever comes, it is answered or costs its sender the connection, and nobody else anything;
 * {@code ./parley fuzz} throws more. It has a stack of its own, since what it throws counts for the
 * limits of its address.
 */
@Tag("long")
class FuzzTest {

  private static final int INPUTS = 5_000;
  private static final long SEED = 20_261_124;

  @Test
  void fiveThousandInputsHarmNothing() throws IOException {
    Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "fuzz-");
    Report report;
    try (LocalStack stack = LocalStack.start(FuzzStack.options(data))) {
      report = new Bombardment(options(), Target.of(stack), line -> {}).run();
    }
    FolderTree.delete(data.resolve("postgres"));
    assertEquals(List.of(), report.findings(), () -> String.join("\n", report.lines()));
    assertEquals((long) INPUTS, report.rows().get("inputs"));
  }

  private static FuzzOptions options() {
    return new FuzzOptions(INPUTS, SEED, OptionalLong.empty(), Optional.empty(), Optional.empty());
  }
}
