package dev.parley.system.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes a picture of every screen into {@code target/pictures}: two of them are in the README. */
@WithStack
@WithBrowser
class PicturesTest {

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;

  PicturesTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
  }

  @ParameterizedTest
  @CsvSource({
    "desktop, 1280, 800, LIGHT",
    "desktop, 1280, 800, DARK",
    "phone, 390, 844, LIGHT",
    "phone, 390, 844, DARK"
  })
  void everyScreenHasItsPicture(String device, int width, int height, ColorScheme theme) {
    String name = device + "-" + theme.name().toLowerCase(Locale.ROOT);
    TestingAccount ada = visitors.account("ada");
    TestingAccount bob = visitors.account("bob");
    ChatPage chat =
        visitors.open(
            name, new NewContextOptions().setViewportSize(width, height).setColorScheme(theme));
    Page page = chat.page();
    take(page, name, "sign-in");
    chat.logIn(ada.username(), ada.password());
    converse(ada, bob);
    page.navigate(stack.edge().resolve(link(ada, bob)).toString());
    chat.sees("Thanks, that was it.");
    take(page, name, "conversation");
    page.keyboard().press("Control+k");
    ChatPage.visible(page.getByRole(AriaRole.OPTION));
    take(page, name, "finder");
    page.keyboard().press("Escape");
    page.navigate(stack.edge().resolve("/settings").toString());
    ChatPage.visible(page.getByText("This device"));
    take(page, name, "settings");
    page.getByText("Log out all other devices").scrollIntoViewIfNeeded();
    take(page, name, "devices");
  }

  private void converse(TestingAccount ada, TestingAccount bob) {
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      say(bobs, "Good morning! The build is green again: https://ci.example/builds/42", ada);
      say(adas, "Nice. What was it?", bob);
      say(
          bobs,
          """
          A retry that forgot its jitter:
          ```ts
          const limit = Math.min(30_000, 500 * 2 ** failures);
          return random() * limit;
          ```
          All pages came back in the same second.""",
          ada);
      say(bobs, "Now they spread out, and `resume` brings what they missed.", ada);
      say(adas, "Thanks, that was it.", bob);
    }
  }

  private static void say(TestingChatClient client, String text, TestingAccount to) {
    int before = client.frames("ack").size();
    client.chat("c-" + before + "-" + text.hashCode(), text, to.username());
    client.awaitAll(TestingChatClient.isOfType("ack"), before + 1, TestingChatClient.LIMIT);
  }

  private static String link(TestingAccount one, TestingAccount other) {
    return "/c/dm-%d-%d".formatted(Math.min(one.id(), other.id()), Math.max(one.id(), other.id()));
  }

  private static void take(Page page, String name, String screen) {
    Path file = Path.of("target", "pictures", name + "-" + screen + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}
