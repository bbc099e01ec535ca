package dev.parley.system.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundler strips the page's types without a look; here TypeScript's compiler checks them. */
class PageTypesTest {

  private static final Path PAGE = Path.of("..", "web-page");
  private static final Path LIT = Path.of("..", "chat-gateway", "node_modules", "lit");

  private static TypeScriptCompiler compiler;

  @BeforeAll
  static void unpack() {
    compiler = TypeScriptCompiler.unpackInto(Path.of("target", "typescript").toAbsolutePath());
    assertTrue(
        Files.exists(LIT.resolve("index.d.ts")),
        "the types of Lit come with the gateway's bundle: package chat-gateway first");
  }

  @Test
  void thePageAndItsTestsAreWellTyped() {
    compiler.check(PAGE, "tsconfig.json");
  }

  @Test
  void theLivePartOfThePageNeedsNoBrowser() {
    compiler.check(PAGE, "tsconfig.live.json");
  }
}
