package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page for people who use the keyboard, a screen reader, or need contrast. */
@WithStack
@WithBrowser
class AccessJourneyTest {

  private static final Duration COLOURS_CHANGE = Duration.ofSeconds(5);

  /** Writes down what is added to the live region, as a screen reader would say it. */
  private static final String LISTEN =
      """
      list => {
        window.told = [];
        const region = list.shadowRoot.querySelector("[role=status]");
        new MutationObserver(changes => {
          for (const { type, target, addedNodes } of changes) {
            const changed = type === "characterData" ? [target] : [...addedNodes];
            const read = changed.filter(node => node.nodeType !== Node.COMMENT_NODE);
            window.told.push(...read.map(node => node.textContent).filter(text => text.trim() !== ""));
          }
        }).observe(region, { childList: true, characterData: true, subtree: true });
      }
      """;

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private final TestingAccount ada;

  AccessJourneyTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
  }

  @Test
  void noScreenHasSeriousFindingsInEitherTheme() {
    ChatPage chat = visitors.open("ada");
    Page page = chat.page();
    chat.submits("Log in", "", "");
    assertClean(chat, "signing in, with an error");
    chat.logIn(ada.username(), ada.password());
    bobWrites();
    chat.says("one https://a.example `code` ```block```");
    ChatPage.visible(page.locator("article.stored").getByText("block"));
    assertClean(chat, "a conversation");
    page.keyboard().press("Control+k");
    ChatPage.visible(page.getByRole(AriaRole.OPTION));
    assertClean(chat, "the finder");
    page.keyboard().press("Escape");
    chat.opensSettings();
    ChatPage.visible(page.getByText("This device"));
    assertClean(chat, "the settings");
    page.setViewportSize(390, 844);
    page.goBack();
    page.getByLabel(Pattern.compile("^Open menu")).click();
    ChatPage.visible(chat.button("Close menu"));
    assertClean(chat, "the menu on a phone");
    chat.context().setOffline(true);
    chat.button("Close menu").click();
    ChatPage.visible(page.getByText(Pattern.compile("^Offline, retrying")));
    assertClean(chat, "without a network");
  }

  private static void assertClean(ChatPage chat, String screen) {
    show(chat, ColorScheme.LIGHT);
    assertClean(screen, () -> Axe.findings(chat.page()));
    show(chat, ColorScheme.DARK);
    assertClean(screen + " in the dark", () -> Axe.findingsOfColours(chat.page()));
  }

  private static void assertClean(String screen, Supplier<List<?>> findings) {
    Eventually.get(
        screen + " without findings, once its colours have changed",
        COLOURS_CHANGE,
        findings,
        List::isEmpty);
  }

  private static void show(ChatPage chat, ColorScheme theme) {
    chat.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
  }

  private void bobWrites() {
    TestingAccount bob = visitors.account("bob");
    try (TestingChatClient bobs = bob.secondProtocol(stack.gateway(0))) {
      bobs.chat("c-1", "unread", ada.username());
      bobs.await("ack");
    }
  }

  @Test
  void everythingIsReachedByKeyboardAndTheFirstStepSkipsToTheField() {
    ChatPage chat = visitors.logIn(ada);
    Page page = chat.page();
    page.reload();
    chat.awaitChat();
    page.keyboard().press("Tab");
    assertThat(chat.button("Skip to the message field")).isFocused();
    assertThat(chat.button("Skip to the message field")).isInViewport();
    page.keyboard().press("Enter");
    assertThat(chat.field()).isFocused();
    page.getByRole(AriaRole.LOG).focus();
    assertThat(page.getByRole(AriaRole.LOG)).isFocused();
    chat.button("Settings").focus();
    page.keyboard().press("Enter");
    assertThat(chat.button("Back to the conversation")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Escape");
    assertThat(chat.field()).isFocused();
    visitors.assertNoComplaints();
  }

  /**
   * Not the log itself: it would be read again with every edit, reaction and page of older
   * messages.
   */
  @Test
  void aScreenReaderIsToldEachNewMessageOnceAndNothingElse() {
    TestingAccount bob = visitors.account("bob");
    write(bob, 120);
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    adas.finds(bob.username());
    bobs.finds(ada.username());
    adas.sees("number 120");
    adas.page().locator("message-list").evaluate(LISTEN);
    bobs.says("hello there");
    adas.seesOnce("hello there");
    bobs.field().press("ArrowUp");
    bobs.says("hello here");
    adas.seesOnce("hello here");
    MessageJourneyTest.jumpsWhileReadingUp(adas.page().getByRole(AriaRole.LOG));
    adas.sees("number 1");
    adas.page().getByRole(AriaRole.BUTTON).getByText("jump to latest").click();
    bobs.says("again");
    bobs.says("again");
    assertThat(adas.message("again")).hasCount(2);
    adas.says("an answer");
    adas.seesStored("an answer");
    String by = bob.username() + ": ";
    assertEquals(List.of(by + "hello there", by + "again", by + "again"), told(adas));
    assertThat(adas.page().getByRole(AriaRole.LOG)).hasAttribute("aria-live", "off");
  }

  @SuppressWarnings("unchecked")
  private static List<String> told(ChatPage chat) {
    List<String> told = (List<String>) chat.page().evaluate("() => told");
    return told.stream().map(text -> text.replaceAll("[\\u2068\\u2069]", "").strip()).toList();
  }

  private void write(TestingAccount from, int messages) {
    try (TestingChatClient client = from.secondProtocol(stack.gateway(0))) {
      for (int number = 1; number <= messages; number++) {
        client.chat("c-" + number, "number " + number, ada.username());
      }
      client.awaitAll(TestingChatClient.isOfType("ack"), messages, TestingChatClient.LIMIT);
    }
  }
}
