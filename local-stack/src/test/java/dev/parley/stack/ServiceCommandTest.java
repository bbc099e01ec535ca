package dev.parley.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandTest {

  private static final Map<String, String> NATIVE = Map.of("PARLEY_RUNTIME", "native");

  @TempDir private Path root;
  private StackOptions options;

  @BeforeEach
  void lookAtAProjectOfItsOwn() {
    StackOptions usual = StackOptions.defaults();
    options =
        new StackOptions(
            root, root, usual.host(), 0, 1, 1, 1, false, Map.of("PARLEY_RUNTIME", ""), line -> {});
  }

  @Test
  void aServiceRunsOnAJvm() {
    ServiceCommand command = ServiceCommand.of(options, ServiceKind.AUTH);
    assertTrue(command.arguments().getFirst().endsWith("java"), command.toString());
    assertEquals(
        root.resolve("auth-service/target/quarkus-app/quarkus-run.jar").toString(),
        command.arguments().getLast());
  }

  @Test
  void anExecutableIsStartedWhereItIsAskedFor() throws IOException {
    Path target = Files.createDirectories(root.resolve("auth-service/target"));
    Files.createFile(target.resolve("auth-service-1.2.jar"));
    Path executable = Files.createFile(target.resolve("auth-service-1.2-runner"));
    ServiceCommand command = ServiceCommand.of(options.withEnvironment(NATIVE), ServiceKind.AUTH);
    command.requireBuilt();
    assertEquals(executable.toString(), command.arguments().getFirst());
  }

  @Test
  void anExecutableThatIsNotBuiltIsMissed() {
    ServiceCommand command = ServiceCommand.of(options.withEnvironment(NATIVE), ServiceKind.AUTH);
    StackException refusal = assertThrows(StackException.class, command::requireBuilt);
    assertTrue(
        refusal.getMessage().startsWith("The auth-service is not built as an executable"),
        refusal.getMessage());
  }
}
