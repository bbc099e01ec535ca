package dev.parley.system.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Node that Playwright brings along: the page's tools run with it, no other is needed. */
final class BundledNode {

  private static final Map<String, String> NO_BROWSER =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private BundledNode() {}

  /** Runs it to its end; fails with all that it said unless it exits with 0. */
  static void run(Path directory, List<String> arguments) {
    try {
      Process process =
          new ProcessBuilder(Stream.concat(Stream.of(node()), arguments.stream()).toList())
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
    } catch (IOException e) {
      throw new IllegalStateException("Node could not be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String node() {
    Path folder = Driver.ensureDriverInstalled(NO_BROWSER, false).driverDir();
    return Stream.of("node", "node.exe")
        .map(folder::resolve)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Node in " + folder))
        .toString();
  }
}
