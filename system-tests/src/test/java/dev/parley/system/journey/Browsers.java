package dev.parley.system.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a browser for the tests: a Chromium or Chrome on this machine, else Playwright's own
 * download, else Debian's package where it may be installed, else a sentence that says what to do.
 */
final class Browsers {

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-gpu-rasterization",
          "--disable-software-rasterizer",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Browsers() {}

  /** Without Playwright's download, which {@link #launch} asks for where it is needed. */
  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  static Browser launch(Playwright playwright) {
    Optional<Path> installed = InstalledBrowser.find();
    if (installed.isPresent()) {
      return launch(playwright, installed.get());
    }
    if (BrowserInstallation.byPlaywright()) {
      try {
        return playwright.chromium().launch(new LaunchOptions().setArgs(FLAGS));
      } catch (PlaywrightException missingLibraries) {
        // A download without the system's libraries does not start; Debian's package brings them.
      }
    }
    return launch(playwright, installWithDebian());
  }

  private static Browser launch(Playwright playwright, Path browser) {
    return playwright
        .chromium()
        .launch(new LaunchOptions().setExecutablePath(browser).setArgs(FLAGS));
  }

  private static Path installWithDebian() {
    return Optional.of(BrowserInstallation.byDebian())
        .filter(done -> done)
        .flatMap(done -> InstalledBrowser.find())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The journey needs a browser: install Chromium or Chrome, or set %s to one."
                        .formatted(InstalledBrowser.VARIABLE)));
  }
}
