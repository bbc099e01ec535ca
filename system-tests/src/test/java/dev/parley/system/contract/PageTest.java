package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAnswer;
import dev.parley.testing.TestingHttp;
import org.junit.jupiter.api.Test;

/** {@code GET /}, and what is nowhere. */
@WithStack
class PageTest {

  private final TestingHttp http;

  PageTest(RunningStack stack) {
    http = new TestingHttp(stack.edge());
  }

  @Test
  void theRootIsTheWebPageAndIsNotCached() {
    TestingAnswer page = http.get("/").expect(200);
    assertTrue(page.header("Content-Type").startsWith("text/html"), page.header("Content-Type"));
    assertTrue(page.body().contains("<html"), page.body());
    assertTrue(!page.header("Cache-Control").contains("immutable"), page.header("Cache-Control"));
    assertEquals("nosniff", page.header("X-Content-Type-Options"));
  }

  @Test
  void anUnknownPathIsNotFound() {
    http.get("/no/such/page").expect(404);
  }
}
