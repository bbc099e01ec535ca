package dev.parley.system.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundler strips the page's types without a look; here TypeScript's compiler checks them. */
class PageTypesTest {

  private static final Path GATEWAY = Path.of("..", "chat-gateway");

  private static TypeScriptCompiler compiler;

  @BeforeAll
  static void unpack() {
    compiler = TypeScriptCompiler.unpackInto(Path.of("target", "typescript").toAbsolutePath());
    assertTrue(
        Files.exists(GATEWAY.resolve("node_modules/lit/index.d.ts")),
        "the types of Lit come with the gateway's bundle: package chat-gateway first");
  }

  @Test
  void thePageAndItsTestsAreWellTyped() {
    compiler.check(GATEWAY, "tsconfig.json");
  }

  @Test
  void theLivePartOfThePageNeedsNoBrowser() {
    compiler.check(GATEWAY, "tsconfig.live.json");
  }
}
