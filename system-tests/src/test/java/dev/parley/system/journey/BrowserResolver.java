package dev.parley.system.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Launches the browser for the first test that wants it; JUnit closes it after the last one. */
final class BrowserResolver implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(BrowserResolver.class, key -> Launched.now(), Launched.class)
        .browser();
  }

  private record Launched(Playwright playwright, Browser browser) implements AutoCloseable {

    static Launched now() {
      Playwright playwright = Browsers.playwright();
      PlaywrightAssertions.setDefaultAssertionTimeout(ChatPage.LIMIT_MS);
      return new Launched(playwright, Browsers.launch(playwright));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }
}
