package dev.parley.tools.backup;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import dev.parley.stack.postgres.ServiceRole;
import dev.parley.stack.state.StackState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The migrations inside the built services.
 *
 * @param root the project's folder
 */
public record Migrations(Path root) {

  private static final Map<String, String> MODULES =
      Map.of("auth", "auth-service", "history", "history-service");

  private static final String FOLDER = "db/migration/";

  /** Brings the schemas of all services up to date, as the services do when they start. */
  public void applyAll(StackState.Database database, Path workspace) {
    Catalog.SCHEMAS.forEach(schema -> flyway(schema, database, workspace).load().migrate());
  }

  /** Builds a schema as it was at the time of the backup. */
  void apply(Manifest.Schema schema, StackState.Database database, Path workspace) {
    FluentConfiguration flyway = flyway(schema.name(), database, workspace);
    requireKnown(schema, flyway.load().info().all());
    flyway.target(schema.version()).load().migrate();
  }

  private FluentConfiguration flyway(String schema, StackState.Database database, Path workspace) {
    // As its service would: the tables are to be that role's.
    StackState.Database ofService = ServiceRole.ofSchema(schema).of(database);
    return Flyway.configure()
        .dataSource(ofService.jdbcUrl(), ofService.user(), ofService.password())
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        // An open transaction would keep CREATE INDEX CONCURRENTLY waiting for ever.
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .locations("filesystem:" + unpack(schema, workspace.resolve(schema)));
  }

  private static void requireKnown(Manifest.Schema schema, MigrationInfo[] known) {
    if (Stream.of(known).noneMatch(it -> schema.version().equals(it.getVersion().getVersion()))) {
      throw new StackException(
          "The backup is of a newer Parley (this one has no version %s of the schema %s): update Parley first. Nothing was changed."
              .formatted(schema.version(), schema.name()));
    }
  }

  private Path unpack(String schema, Path target) {
    try (ZipFile jar = new ZipFile(jar(schema).toFile())) {
      Files.createDirectories(target);
      List<? extends ZipEntry> scripts =
          jar.stream().filter(entry -> isScript(entry.getName())).toList();
      for (ZipEntry script : scripts) {
        try (InputStream content = jar.getInputStream(script)) {
          Files.copy(content, target.resolve(script.getName().substring(FOLDER.length())));
        }
      }
      return target;
    } catch (IOException e) {
      throw new StackException(
          "The migrations of %s cannot be read: %s.".formatted(schema, IoReason.of(e)), e);
    }
  }

  private static boolean isScript(String name) {
    return name.startsWith(FOLDER)
        && name.endsWith(".sql")
        && name.indexOf('/', FOLDER.length()) < 0;
  }

  private Path jar(String schema) throws IOException {
    Path folder = root.resolve(MODULES.get(schema)).resolve("target/quarkus-app/app");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path jar : jars) {
          return jar;
        }
      }
    }
    throw new StackException(
        "The %s is not built, and its migrations are needed: run ./mvnw package -DskipTests."
            .formatted(MODULES.get(schema)));
  }
}
