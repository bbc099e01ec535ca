package dev.parley.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder with the {@code parley} script and the modules: the system property {@code
 * parley.root}, else the nearest such folder at or above the working directory.
 */
final class ProjectRoot {

  private ProjectRoot() {}

  static Path find() {
    String given = System.getProperty("parley.root");
    return given == null ? nearest(Path.of("").toAbsolutePath()) : Path.of(given);
  }

  private static Path nearest(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("mvnw"))
          && Files.isDirectory(folder.resolve("chat-gateway"))) {
        return folder;
      }
    }
    return start;
  }
}
