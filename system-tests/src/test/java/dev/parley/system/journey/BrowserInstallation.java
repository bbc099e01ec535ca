package dev.parley.system.journey;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two ways to get a browser onto a machine that has none. */
final class BrowserInstallation {

  private static final long LIMIT_MINUTES = 5;

  private BrowserInstallation() {}

  /** Downloads Playwright's Chromium into the user's cache; false where that fails. */
  static boolean byPlaywright() {
    return succeeds(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "com.microsoft.playwright.CLI",
            "install",
            "chromium"));
  }

  /** Installs Debian's package; false where we are not root, there is no apt-get, or it fails. */
  static boolean byDebian() {
    return System.getProperty("user.name").equals("root")
        && Files.isExecutable(Path.of("/usr/bin/apt-get"))
        && succeeds(List.of("apt-get", "update"))
        && succeeds(List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium"));
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      if (process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
