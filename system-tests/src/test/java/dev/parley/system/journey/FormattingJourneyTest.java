package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Markdown: how it is shown, and what helps to write it. */
@WithStack
@WithBrowser
class FormattingJourneyTest {

  private static final String MESSAGE =
      """
      The **plan** for [Friday](https://plan.example/friday):

      1. sound
      2. light
         - *red*

      | what | who |
      |------|:---:|
      | cake | ~~Bob~~ Ada |

      > Who brings <b>cables</b>?
      """;

  private static final String PASTE_CELLS =
      """
      field => {
        const data = new DataTransfer();
        data.setData("text/plain", "name\\tage\\nAda\\t36");
        data.setData("text/html", "<table><tr><td>name</td></tr></table>");
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }
      """;

  private static final String PASTE_ADDRESS =
      """
      field => {
        const data = new DataTransfer();
        data.setData("text/plain", "https://plan.example");
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }
      """;

  @RegisterExtension final Visitors visitors;
  private final TestingAccount ada;
  private final TestingAccount bob;

  FormattingJourneyTest(RunningStack stack, Browser browser) {
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @Test
  void markdownIsShownAsSuchAndHtmlAsItWasWritten() {
    ChatPage page = open();
    page.says(MESSAGE);
    Locator text = page.page().getByRole(AriaRole.LOG).locator(".text");
    assertThat(text.locator("strong")).hasText("plan");
    Locator link = text.getByRole(AriaRole.LINK);
    assertThat(link).hasText("Friday");
    assertThat(link).hasAttribute("href", "https://plan.example/friday");
    assertThat(link).hasAttribute("title", "https://plan.example/friday");
    assertThat(text.getByRole(AriaRole.LIST)).hasCount(2);
    assertThat(text.getByRole(AriaRole.LISTITEM)).hasCount(3);
    assertThat(text.locator("li li em")).hasText("red");
    assertThat(text.getByRole(AriaRole.COLUMNHEADER)).hasCount(2);
    assertThat(
            text.getByRole(AriaRole.CELL, new GetByRoleOptions().setName("Bob Ada")).locator("del"))
        .hasText("Bob");
    assertThat(text.getByRole(AriaRole.BLOCKQUOTE)).hasText("Who brings <b>cables</b>?");
    visitors.assertNoComplaints();
  }

  @Test
  void keysFormatWhatIsSelectedAndCanBeUndone() {
    ChatPage page = open();
    Locator field = page.field();
    page.starts("bold");
    field.press("ControlOrMeta+a");
    field.press("ControlOrMeta+b");
    assertThat(field).hasValue("**bold**");
    field.press("ControlOrMeta+i");
    assertThat(field).hasValue("***bold***");
    field.press("ControlOrMeta+z");
    field.press("ControlOrMeta+z");
    assertThat(field).hasValue("bold");
    field.press("ControlOrMeta+a");
    field.evaluate(PASTE_ADDRESS);
    assertThat(field).hasValue("[bold](https://plan.example)");
    field.press("Enter");
    page.sees("bold");
    visitors.assertNoComplaints();
  }

  @Test
  void listsGoOnTabIndentsCodeAndCellsBecomeATable() {
    ChatPage page = open();
    Locator field = page.field();
    page.starts("- one");
    field.press("Shift+Enter");
    page.starts("two");
    field.press("Shift+Enter");
    field.press("Shift+Enter");
    assertThat(field).hasValue("- one\n- two\n");
    page.starts("```");
    field.press("Enter");
    field.press("Tab");
    page.starts("code();");
    assertThat(field).hasValue("- one\n- two\n```\n  code();");
    field.press("Escape");
    field.press("Tab");
    assertThat(field).not().isFocused();
    field.fill("");
    field.evaluate(PASTE_CELLS);
    assertThat(field).hasValue("| name | age |\n| --- | --- |\n| Ada | 36 |\n");
    page.button("Preview").click();
    Locator preview =
        page.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Preview"));
    assertThat(preview.getByRole(AriaRole.CELL)).hasCount(2);
    field.press("Enter");
    assertThat(preview).hasCount(0);
    assertThat(page.page().getByRole(AriaRole.LOG).getByRole(AriaRole.TABLE)).hasCount(1);
    visitors.assertNoComplaints();
  }

  @Test
  void aColonFindsAnEmojiByItsName() {
    ChatPage page = open();
    Locator field = page.field();
    page.starts("well done :thumbs");
    Locator options = page.page().getByRole(AriaRole.OPTION);
    assertThat(options.first()).hasText("👍 thumbs up");
    field.press("ArrowDown");
    field.press("ArrowUp");
    field.press("Enter");
    assertThat(field).hasValue("well done 👍");
    assertThat(options).hasCount(0);
    page.starts(" :rocket");
    ChatPage.visible(options);
    field.press("Escape");
    assertThat(options).hasCount(0);
    field.press("Enter");
    page.sees("well done 👍 :rocket");
    visitors.assertNoComplaints();
  }

  private ChatPage open() {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    return page;
  }
}
