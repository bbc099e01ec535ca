package dev.parley.schema;

import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.process.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL that is down when the service starts. */
public class LatePostgres implements QuarkusTestResourceLifecycleManager {

  private Path folder;
  private LocalPostgres postgres;

  @Override
  public Map<String, String> start() {
    folder = temporaryFolder();
    postgres =
        LocalPostgres.launch(
                folder.resolve("postgres"),
                FreePort.find(),
                "for-tests-only",
                false,
                folder.resolve("postgres.log"),
                event -> {})
            .awaitReady();
    postgres.kill();
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
        "quarkus.datasource.username", postgres.username(),
        "quarkus.datasource.password", postgres.password());
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("parley-test-late");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it answers. */
  void come() {
    postgres.restart();
    postgres.awaitReady();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(LatePostgres.class));
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
      FolderTree.delete(folder);
    }
  }
}
