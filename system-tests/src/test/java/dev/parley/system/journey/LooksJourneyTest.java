package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.CheckOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.client.http.Http;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Themes, languages, widths, and the installed page. */
@WithStack
@WithBrowser
class LooksJourneyTest {

  private static final String BACKGROUND = "() => getComputedStyle(document.body).backgroundColor";
  private static final String LIGHT = "rgb(255, 255, 255)";
  private static final String DARK = "rgb(26, 29, 30)";

  private static final String IS_TOO_WIDE =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private final TestingAccount ada;

  LooksJourneyTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
  }

  @Test
  void theThemeIsTheSystemsUnlessOneIsChosenWhichAReloadKeeps() {
    ChatPage chat = visitors.logIn(ada, new NewContextOptions().setColorScheme(ColorScheme.DARK));
    Page page = chat.page();
    assertEquals(DARK, page.evaluate(BACKGROUND));
    chat.opensSettings();
    page.getByLabel("Light").check(new CheckOptions().setForce(true));
    assertEquals(LIGHT, page.evaluate(BACKGROUND));
    page.reload();
    ChatPage.visible(chat.heading("Devices"));
    assertEquals(LIGHT, page.evaluate(BACKGROUND));
    visitors.assertNoComplaints();
  }

  @Test
  void theLanguageIsTheBrowsersUnlessAnotherIsChosen() {
    ChatPage chat = visitors.open("ada", new NewContextOptions().setLocale("de-AT"));
    Page page = chat.page();
    page.getByLabel("Benutzername").fill(ada.username());
    page.getByLabel("Passwort").fill(ada.password());
    page.keyboard().press("Enter");
    ChatPage.visible(page.getByLabel("Nachricht an Allgemein"));
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    chat.button("Einstellungen").click();
    page.getByLabel("Sprache").selectOption("en");
    ChatPage.visible(chat.heading("Devices"));
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    visitors.assertNoComplaints();
  }

  @Test
  void nothingIsWiderThanTheScreenAtAnyWidthZoomOrDirection() {
    ChatPage chat = visitors.logIn(ada);
    Page page = chat.page();
    chat.says("https://a.example/" + "long".repeat(60) + " ```" + "code ".repeat(60) + "```");
    for (int width : new int[] {320, 390, 640, 768, 1280, 2560}) {
      page.setViewportSize(width, 800);
      for (String direction : new String[] {"ltr", "rtl"}) {
        page.evaluate("direction => { document.documentElement.dir = direction; }", direction);
        assertEquals(false, page.evaluate(IS_TOO_WIDE), width + " " + direction);
        assertThat(chat.field()).isInViewport();
      }
    }
    page.setViewportSize(1280, 800);
    assertTrue(page.locator("chat-sidebar").boundingBox().x > 640, "right to left, on the right");
  }

  @Test
  void thePageCanBeInstalledKeepsOnlyItsShellAndAsksNobodyElseForAnything() {
    List<String> requests = new ArrayList<>();
    ChatPage chat = visitors.open("ada");
    Page page = chat.page();
    page.onRequest(request -> requests.add(request.url()));
    chat.logIn(ada.username(), ada.password());
    chat.says("not for the cache");
    chat.sees("not for the cache");
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    chat.reload();
    String here = stack.edge().toString().replaceAll("/$", "");
    requests.forEach(url -> assertTrue(url.startsWith(here), url));
    List<?> kept =
        (List<?>)
            page.evaluate(
                """
                async () => {
                  const caches_ = await Promise.all((await caches.keys()).map(key => caches.open(key)));
                  const kept = await Promise.all(caches_.map(cache => cache.keys()));
                  return kept.flat().map(({ url }) => new URL(url).pathname);
                }
                """);
    Pattern shell =
        Pattern.compile(
            "/|/static/bundle/.*|/favicon\\.svg|/icon-192\\.png|/manifest\\.webmanifest");
    kept.forEach(path -> assertTrue(shell.matcher((String) path).matches(), (String) path));
    assertTrue(kept.contains("/"), kept.toString());
    Http http = Http.at(stack.edge());
    http.get("/manifest.webmanifest")
        .expect(200)
        .json()
        .get("icons")
        .forEach(icon -> http.get(icon.get("src").asText()).expect(200));
    visitors.assertNoComplaints();
  }
}
