package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The page opens from what the browser keeps, and that is only ever what Parley itself has sent.
 */
@WithStack
@WithBrowser
class ShellJourneyTest {

  private static final String MAINTENANCE = "<!doctype html><h1>Back in an hour</h1>";

  @RegisterExtension final Visitors visitors;
  private final TestingProxy proxy;
  private final ChatPage page;

  ShellJourneyTest(RunningStack stack, Browser browser) {
    proxy = TestingProxy.before(stack.edge());
    visitors = new Visitors(browser, proxy.address());
    page = visitors.logIn(visitors.account("ada"));
    page.awaitShell();
  }

  @AfterEach
  void closeTheProxy() {
    proxy.close();
  }

  @Test
  void aProxysErrorOrMaintenancePageIsNeitherShownNorKept() {
    String kept = kept();
    for (String status : new String[] {"502 Bad Gateway", "503 Service Unavailable", "200 OK"}) {
      proxy.answer(ShellJourneyTest::isAnything, html(status, MAINTENANCE));
      page.reload();
      assertThat(page.heading("Back in an hour")).hasCount(0);
      assertEquals(kept, kept(), status);
    }
    page.context().setOffline(true);
    page.reload();
  }

  @Test
  void aServerThatTakesTheRequestAndNeverAnswersDoesNotKeepThePageFromOpening() {
    proxy.swallow(ShellJourneyTest::isAnything);
    page.reload();
  }

  /** It is another site, which the service worker of this one has nothing to do with. */
  @Test
  void aSignOnInFrontOfParleyIsReached() {
    String signOn = proxy.address().toString().replace("localhost", "127.0.0.1");
    proxy.answer(
        ShellJourneyTest::isAnything,
        "HTTP/1.1 302 Found\r\nLocation: "
            + signOn.replaceFirst("/?$", "/sso")
            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    page.page().reload();
    assertThat(page.page()).hasURL(Pattern.compile("^http://127\\.0\\.0\\.1:"));
    proxy.answer(ShellJourneyTest::isAnything, html("403 Forbidden", "<h1>Sign in first</h1>"));
    page.page().navigate(proxy.address().toString());
    ChatPage.visible(page.heading("Sign in first"));
    proxy.pass();
    page.reload();
  }

  private String kept() {
    return (String)
        page.page()
            .evaluate(
                """
                async () => {
                  const cache = await caches.open("parley-shell");
                  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).sort();
                  const page = await (await cache.match("/")).text();
                  return [...paths, page].join(" ");
                }
                """);
  }

  private static String html(String status, String body) {
    return String.format(
        Locale.ROOT,
        """
    HTTP/1.1 %s\r
    Content-Type: text/html\r
    Content-Length: %d\r
    Connection: close\r
    \r
    %s\
    """,
        status,
        body.length(),
        body);
  }

  /** But for the page that signs people on. */
  private static boolean isAnything(String path) {
    return !path.equals("/sso");
  }
}
