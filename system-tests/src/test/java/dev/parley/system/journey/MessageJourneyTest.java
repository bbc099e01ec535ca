package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a conversation shows. */
@WithStack
@WithBrowser
class MessageJourneyTest {

  /** More than the page shows at once, fewer than one may send at once. */
  private static final int MANY = 450;

  /** Selects from the middle of the first message to the end of the last one, and copies. */
  private static final String COPY_FROM_FIFTH =
      """
      list => {
        const texts = [...list.shadowRoot.querySelectorAll("article .text")];
        const nodeOf = text => document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
        const [start, end] = [nodeOf(texts[0]), nodeOf(texts.at(-1))];
        getSelection().setBaseAndExtent(start, 5, end, end.length);
        const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true });
        list.shadowRoot.querySelector("[role=log]").dispatchEvent(event);
        return event.clipboardData.getData("text/plain");
      }
      """;

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  MessageJourneyTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @Test
  void linksAndCodeAreShownAsSuchAndNoHtmlIs() {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.says("look at https://a.example/x?y=1, <img src=x onerror=alert(1)>\nnext `line`");
    page.says("```\nint a;\n  int b;\n```");
    Locator log = page.page().getByRole(AriaRole.LOG);
    Locator link = log.getByRole(AriaRole.LINK);
    assertThat(link).hasAttribute("href", "https://a.example/x?y=1");
    assertThat(link).hasAttribute("rel", Pattern.compile("noopener"));
    assertThat(log.locator("img")).hasCount(0);
    assertThat(log.locator(".text").first()).containsText("<img src=x onerror=alert(1)>");
    assertThat(log.locator("pre")).hasText("int a;\n  int b;");
    assertThat(log.locator("code").first()).hasText("line");
    assertThat(log.getByRole(AriaRole.GROUP)).hasCount(1);
    assertThat(log.locator("time").first()).hasAttribute("title", Pattern.compile("20\\d\\d"));
    visitors.assertNoComplaints();
  }

  @Test
  void theWholeHistoryIsReadByScrollingUpWithoutAJumpAndOnlyAPartIsOnThePage() {
    writeMany();
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.sees("number " + MANY);
    Locator log = page.page().getByRole(AriaRole.LOG);
    assertEquals(0, jumpsWhileReadingUp(log), "the message that is looked at stays where it is");
    page.sees("number 1");
    assertTrue((int) log.evaluate("log => log.querySelectorAll('article').length") <= 240);
    page.message("number 1").scrollIntoViewIfNeeded();
    bobSays("now");
    page.doesNotSee("now");
    page.page().getByRole(AriaRole.BUTTON).getByText("jump to latest").click();
    page.sees("now");
    assertThat(page.row(bob.username())).hasAccessibleName(bob.username());
    visitors.assertNoComplaints();
  }

  @Test
  void tallCodeDoesNotMoveWhatIsLookedAtWhenOlderMessagesComeAbove() {
    try (TestingChatClient bobs = bob.secondProtocol(stack.gateway(0))) {
      for (int number = 1; number <= 120; number++) {
        String code = "```\n" + "a line of code\n".repeat(number % 40) + "```";
        bobs.chat("c-" + number, number % 3 == 0 ? code : "number " + number, ada.username());
      }
      bobs.awaitAll(TestingChatClient.isOfType("ack"), 120, Duration.ofSeconds(20));
    }
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.sees("number 119");
    assertEquals(0, jumpsWhileReadingUp(page.page().getByRole(AriaRole.LOG)));
    page.sees("number 1");
    page.page().getByRole(AriaRole.BUTTON).getByText("jump to latest").click();
    assertThat(page.message("number 119")).isInViewport();
  }

  @Test
  void whoComesBackFindsTheMarkAboveWhatIsNew() {
    bobSays("read before");
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.sees("read before");
    assertThat(page.row(bob.username())).hasAccessibleName(bob.username());
    page.opensGlobal();
    bobSays("new since then");
    assertThat(page.row(bob.username())).hasAccessibleName(Pattern.compile("1 unread"));
    page.row(bob.username()).click();
    page.sees("new since then");
    Locator mark = page.page().getByRole(AriaRole.LOG).getByText("New messages");
    ChatPage.visible(mark);
    page.says("an answer");
    assertThat(mark).hasCount(0);
  }

  @Test
  void whatWasNotSeenStaysUnreadAndItsBeginningIsOneClickAway() {
    bobSays("read before");
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    assertThat(page.row(bob.username())).hasAccessibleName(bob.username());
    page.opensGlobal();
    bobSays("the first of many");
    writeMany(120);
    page.row(bob.username()).click();
    page.sees("number 120");
    Locator jump = page.page().getByRole(AriaRole.BUTTON).getByText("121 new messages");
    ChatPage.visible(jump);
    assertThat(page.row(bob.username())).hasAccessibleName(Pattern.compile("121 unread messages"));
    jump.click();
    assertThat(page.message("the first of many")).isInViewport();
    assertThat(page.row(bob.username())).hasAccessibleName(Pattern.compile("1\\d\\d unread"));
    assertThat(page.row(bob.username())).not().hasAccessibleName(Pattern.compile("121"));
    page.page().getByRole(AriaRole.BUTTON).getByText("jump to latest").click();
    assertThat(page.row(bob.username())).hasAccessibleName(bob.username());
    visitors.assertNoComplaints();
  }

  @Test
  void stackedMarksArePaintedOverNoOtherMessage() {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.says("above");
    page.says("Z" + "\u0300\u0323\u0301\u0324".repeat(40));
    page.says("below");
    page.sees("below");
    Locator lines = page.page().locator("article.stored .text");
    assertThat(lines).hasCount(3);
    page.page().mouse().move(1, 1);
    byte[][] marked = {lines.first().screenshot(), lines.last().screenshot()};
    lines.nth(1).evaluate("line => { line.textContent = 'Z'; }");
    assertArrayEquals(marked[0], lines.first().screenshot());
    assertArrayEquals(marked[1], lines.last().screenshot());
  }

  @Test
  void severalMessagesAreCopiedUnderTheNamesOfWhoWroteThem() {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.says("first line");
    page.says("second line");
    page.sees("second line");
    assertThat(page.page().locator("article.stored")).hasCount(2);
    String copied = (String) page.page().locator("message-list").evaluate(COPY_FROM_FIFTH);
    assertTrue(
        Pattern.matches(ada.username() + ", \\S+\\s?[AP]M\n line\nsecond line", copied), copied);
  }

  private void writeMany() {
    writeMany(MANY);
  }

  private void writeMany(int many) {
    try (TestingChatClient bobs = bob.secondProtocol(stack.gateway(0))) {
      for (int number = 1; number <= many; number++) {
        bobs.chat("c-" + number, "number " + number, ada.username());
      }
      bobs.awaitAll(TestingChatClient.isOfType("ack"), many, Duration.ofSeconds(20));
    }
  }

  private void bobSays(String text) {
    try (TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      bobs.chat("c-" + text, text, ada.username());
      bobs.await("ack");
    }
  }

  /**
   * Goes up until the first message is there; after each step it looks, frame by frame, whether the
   * first message in sight moved by itself.
   */
  static int jumpsWhileReadingUp(Locator log) {
    return (int)
        log.evaluate(
            """
            async log => {
              const frame = () => new Promise(requestAnimationFrame);
              const seen = () => [...log.querySelectorAll("[data-key]")]
                  .find(line => line.getBoundingClientRect().bottom > log.getBoundingClientRect().top);
              const end = Date.now() + 20_000;
              let jumps = 0;
              while (Date.now() < end && !log.querySelector(".top:not(.loading)")) {
                log.scrollTop -= 300;
                const { key } = seen().dataset;
                const top = () => log.querySelector(`[data-key="${key}"]`).getBoundingClientRect().top;
                const before = top();
                for (let turn = 0; turn < 4; turn++) {
                  await frame();
                  jumps += Math.abs(top() - before) < 2 ? 0 : 1;
                }
              }
              return jumps;
            }
            """);
  }
}
