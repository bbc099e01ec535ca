package dev.parley.system.page;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the tests of the page's live part, which are under {@code web-page/src/test/web}. */
class PageUnitTest {

  @Test
  void everyTestOfTheLivePartPasses() {
    BundledNode.run(
        Path.of("..", "web-page"),
        List.of(
            "--import",
            "./src/test/web/modules.ts",
            "--test",
            "--test-reporter=spec",
            "src/test/web/**/*.test.ts"));
  }
}
