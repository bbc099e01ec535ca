package dev.parley.system.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes a picture of everything about rooms and what can be done to messages. */
@Tag("long")
@WithStack
@WithBrowser
@TestInstance(Lifecycle.PER_CLASS)
class RoomPicturesTest {

  private static final String CLOSE = "dialog[open] .head button";

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private RoomCast cast;

  RoomPicturesTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
  }

  @BeforeAll
  void gather() {
    cast = new RoomCast(stack.edge());
  }

  @ParameterizedTest
  @CsvSource({
    "desktop-light, 1280, 800, LIGHT, en-GB",
    "desktop-dark, 1280, 800, DARK, en-GB",
    "phone-light, 390, 844, LIGHT, en-GB",
    "phone-dark, 390, 844, DARK, en-GB",
    "phone-german, 390, 844, LIGHT, de-DE"
  })
  void everyScreenOfARoomHasItsPicture(
      String name, int width, int height, ColorScheme theme, String language) {
    NewContextOptions options =
        new NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(theme)
            .setLocale(language);
    Page page = visitors.open(name, options).page();
    logIn(page);
    takeMessages(page, name);
    takeWindows(page, name);
    takeSidebar(page, name);
  }

  private void logIn(Page page) {
    TestingAccount lena = cast.lena();
    page.locator("#username").fill(lena.username());
    page.locator("#password").fill(lena.password());
    page.keyboard().press("Enter");
    ChatPage.visible(page.locator("textarea"));
    page.navigate(stack.edge().resolve(cast.path()).toString());
    ChatPage.visible(page.getByText("The lights come on Thursday."));
  }

  private static void takeMessages(Page page, String name) {
    take(page, name, "room");
    Locator line = page.locator("article").last();
    openMenu(page, line);
    take(page, name, "message-menu");
    page.locator("[role=menuitem]").first().click();
    ChatPage.visible(page.locator("emoji-picker [role=option]"));
    take(page, name, "emoji");
    page.keyboard().press("Escape");
    openMenu(page, line);
    page.locator("[role=menuitem]").nth(1).click();
    ChatPage.visible(page.locator("message-composer .tray"));
    take(page, name, "editing");
    page.keyboard().press("Escape");
    openMenu(page, line);
    page.locator("[role=menuitem].danger").click();
    take(page, name, "deleted");
    page.locator("action-notice button").click();
    ChatPage.visible(page.getByText("The lights come on Thursday."));
    page.locator("button.edited").click();
    ChatPage.visible(page.locator("message-revisions li"));
    take(page, name, "revisions");
    page.locator(CLOSE).click();
  }

  private static void openMenu(Page page, Locator line) {
    line.hover();
    line.locator(".tools .more").click();
    ChatPage.visible(page.locator("[role=menuitem]"));
  }

  private static void takeWindows(Page page, String name) {
    takeWindow(page, name, 0, "pinned-messages li", "pins");
    takeWindow(page, name, 1, "room-members li", "members");
    takeWindow(page, name, 2, "room-settings form", "settings");
  }

  private static void takeWindow(Page page, String name, int tool, String shows, String screen) {
    page.locator("conversation-header .tools button").nth(tool).click();
    ChatPage.visible(page.locator(shows));
    take(page, name, screen);
    page.locator(CLOSE).click();
  }

  private static void takeSidebar(Page page, String name) {
    openSidebar(page);
    take(page, name, "sidebar");
    page.locator("chat-sidebar button.more").first().click();
    ChatPage.visible(page.locator("room-directory li"));
    take(page, name, "directory");
    page.locator(CLOSE).click();
    openSidebar(page);
    page.locator("chat-sidebar .title button").click();
    ChatPage.visible(page.locator("create-room form"));
    page.locator("create-room #person").fill("Om");
    ChatPage.visible(page.locator("create-room li"));
    take(page, name, "create");
    page.locator(CLOSE).click();
  }

  /** On a phone it is a drawer. */
  private static void openSidebar(Page page) {
    Locator menu = page.locator("conversation-header .menu");
    if (menu.isVisible()) {
      menu.click();
      ChatPage.visible(page.locator("chat-sidebar.open"));
    }
  }

  private static void take(Page page, String name, String screen) {
    Path file = Path.of("target", "pictures", "room-" + name + "-" + screen + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}
