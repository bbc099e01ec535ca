package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import org.junit.jupiter.api.Test;

/** {@code GET /}, and what is nowhere. */
@WithStack
class PageTest {

  private final Http http;

  PageTest(RunningStack stack) {
    http = Http.at(stack.edge());
  }

  @Test
  void theRootIsTheWebPageAndIsNotCached() {
    HttpAnswer page = http.get("/").expect(200);
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
