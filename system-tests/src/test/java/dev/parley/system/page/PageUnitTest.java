package dev.parley.system.page;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the tests of the page's live part, which are under {@code chat-gateway/src/test/web}. */
class PageUnitTest {

  @Test
  void everyTestOfTheLivePartPasses() {
    BundledNode.run(
        Path.of("..", "chat-gateway"),
        List.of("--test", "--test-reporter=spec", "src/test/web/**/*.test.ts"));
  }
}
