package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes a picture of every screen into {@code target/pictures}: two of them are in the README. */
@Tag("long")
@WithStack
@WithBrowser
@TestInstance(Lifecycle.PER_CLASS)
class PicturesTest {

  private static final String RIGHT_TO_LEFT = "() => { document.documentElement.dir = 'rtl'; }";

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private Cast cast;

  PicturesTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
  }

  @BeforeAll
  void gather() {
    cast = new Cast(stack.edge(), stack.gateway(0));
  }

  @AfterAll
  void part() {
    cast.close();
  }

  @ParameterizedTest
  @CsvSource({"desktop, 1280, 800, LIGHT", "phone, 390, 844, DARK"})
  void everyScreenHasItsPicture(String device, int width, int height, ColorScheme theme) {
    take(device, width, height, theme);
  }

  /** For whoever looks at all of them. */
  @ParameterizedTest
  @Tag("measurement")
  @CsvSource({"desktop, 1280, 800, DARK", "phone, 390, 844, LIGHT"})
  void soItHasInTheOtherTheme(String device, int width, int height, ColorScheme theme) {
    take(device, width, height, theme);
  }

  private void take(String device, int width, int height, ColorScheme theme) {
    String name = device + "-" + theme.name().toLowerCase(Locale.ROOT);
    takeAll(name, new NewContextOptions().setViewportSize(width, height).setColorScheme(theme));
  }

  @Test
  void aGermanPhoneHasItsPictures() {
    takeAll("phone-german", new NewContextOptions().setViewportSize(390, 844).setLocale("de-DE"));
  }

  @Test
  void aPageFromRightToLeftHasItsPictures() {
    NewContextOptions options = new NewContextOptions().setViewportSize(1280, 800);
    takeAll("desktop-rtl", options, page -> page.evaluate(RIGHT_TO_LEFT));
  }

  private void takeAll(String name, NewContextOptions options) {
    takeAll(name, options, page -> {});
  }

  /** By what every language has in common. */
  private void takeAll(String name, NewContextOptions options, Consumer<Page> prepare) {
    Page page = visitors.open(name, options).page();
    Album album = new Album(page, name, prepare);
    TestingAccount nora = cast.nora();
    cast.leaveOthersOut(page.context());
    album.take("sign-in");
    page.locator("#username").fill(nora.username());
    page.locator("#password").fill("not this one");
    page.keyboard().press("Enter");
    ChatPage.visible(page.locator(".problem[role=alert]").getByText("."));
    album.take("sign-in-refused");
    page.locator("#password").fill(nora.password());
    page.keyboard().press("Enter");
    ChatPage.visible(page.getByText("See you all at the pier!"));
    assertThat(page).hasTitle(Pattern.compile("^\\(2\\) "));
    decline(page.locator("notification-offer button").last());
    album.take("conversation");
    page.keyboard().press("Control+k");
    ChatPage.visible(page.getByRole(AriaRole.OPTION));
    album.take("finder");
    page.keyboard().press("Escape");
    page.navigate(stack.edge().resolve("/settings").toString());
    Locator devices = page.locator("device-list");
    ChatPage.visible(devices.getByRole(AriaRole.LISTITEM));
    album.take("settings");
    devices.getByRole(AriaRole.BUTTON).last().scrollIntoViewIfNeeded();
    album.take("devices");
    page.goBack();
    takeMenu(page, album);
    takeOffline(page, album);
  }

  /** It comes once, and in no picture; on a phone it waits in the drawer. */
  private static void decline(Locator offer) {
    if (offer.isVisible()) {
      offer.click();
    }
  }

  private static void takeMenu(Page page, Album album) {
    Locator menu = page.locator("conversation-header .menu");
    ChatPage.visible(page.getByRole(AriaRole.LOG));
    if (menu.isVisible()) {
      menu.click();
      ChatPage.visible(page.locator("chat-sidebar.open"));
      album.take("menu");
      page.keyboard().press("Escape");
    }
  }

  private static void takeOffline(Page page, Album album) {
    page.context().setOffline(true);
    ChatPage.visible(page.locator("connection-status .waiting"));
    page.locator("textarea").fill("Written without a network");
    page.keyboard().press("Enter");
    ChatPage.visible(page.locator("article.pending .about"));
    page.locator("textarea").fill("x".repeat(3_990));
    album.take("offline");
  }

  private record Album(Page page, String name, Consumer<Page> prepare) {

    void take(String screen) {
      prepare.accept(page);
      Path file = Path.of("target", "pictures", name + "-" + screen + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }
}
