package dev.parley.system.journey;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium or Chrome that is on this machine already. */
final class InstalledBrowser {

  /** The environment variable that names a browser's executable. */
  static final String VARIABLE = "PARLEY_BROWSER";

  private static final List<String> COMMANDS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/chromium/chromium"),
          Path.of("/opt/google/chrome/chrome"),
          Path.of("/snap/bin/chromium"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
          Path.of(System.getProperty("user.home"))
              .resolve("Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private InstalledBrowser() {}

  static Optional<Path> find() {
    return Stream.of(named(), onThePath(), PLACES.stream())
        .flatMap(places -> places)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> named() {
    return Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).stream();
  }

  private static Stream<Path> onThePath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return COMMANDS.stream()
        .flatMap(
            command ->
                Stream.of(path.split(File.pathSeparator, -1))
                    .filter(folder -> !folder.isEmpty())
                    .map(folder -> Path.of(folder, command)));
  }
}
