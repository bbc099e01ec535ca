package dev.parley.tools.predecessor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts the services' real migrations where a build of the services puts them. */
final class ServiceMigrations {

  private ServiceMigrations() {}

  static void packInto(Path root) throws IOException {
    pack("auth-service", root);
    pack("history-service", root);
  }

  private static void pack(String module, Path root) throws IOException {
    Path jar = root.resolve(module).resolve("target/quarkus-app/app/service.jar");
    Files.createDirectories(jar.getParent());
    try (OutputStream stream = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(stream);
        DirectoryStream<Path> scripts =
            Files.newDirectoryStream(Path.of("..", module, "src/main/resources/db/migration"))) {
      for (Path script : scripts) {
        zip.putNextEntry(new ZipEntry("db/migration/" + script.getFileName()));
        Files.copy(script, zip);
      }
    }
  }
}
