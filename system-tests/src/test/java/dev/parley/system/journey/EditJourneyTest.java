package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.system.journey.ChatPage.Visibility;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be done to a message that is there: edit, delete, pin, mark as unread. */
@WithStack
@WithBrowser
class EditJourneyTest {

  @RegisterExtension final Visitors visitors;
  private final TestingAccount ada;
  private final TestingAccount bob;

  EditJourneyTest(RunningStack stack, Browser browser) {
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @Test
  void theArrowOpensTheLastOwnMessageAndTheDraftWaitsMeanwhile() {
    Talk talk = Talk.between(ada, bob, visitors);
    talk.adas().says("lunch at tewlve");
    talk.bothSeeOnce("lunch at tewlve");
    talk.bobs().says("great");
    talk.bothSeeOnce("great");
    talk.adas().field().press("ArrowUp");
    assertThat(talk.adas().field()).hasValue("lunch at tewlve");
    talk.adas().says("lunch at twelve");
    talk.bothSeeOnce("lunch at twelve");
    ChatPage.visible(talk.bobs().line("lunch at twelve").getByText("(edited)"));
    talk.bobs().doesNotSee("lunch at tewlve");
    assertThat(talk.adas().field()).hasValue("");
    talk.adas().starts("a draft");
    talk.adas().chooses("Edit", "lunch at twelve");
    talk.adas().page().keyboard().press("Escape");
    assertThat(talk.adas().field()).hasValue("a draft");
    talk.bobs().reload();
    talk.bothSeeOnce("lunch at twelve");
    visitors.assertNoComplaints();
  }

  @Test
  void aDeletionCanBeUndoneForAMomentAndIsThenForEver() {
    Talk talk = Talk.between(ada, bob, visitors);
    talk.adas().says("better not");
    talk.bothSeeOnce("better not");
    talk.adas().chooses("Delete", "better not");
    talk.adas().doesNotSee("better not");
    talk.adas().button("Undo").click();
    talk.bothSeeOnce("better not");
    talk.adas().chooses("Delete", "better not");
    talk.bobs().seesNoLonger("better not");
    talk.bobs().reload();
    talk.bobs().doesNotSee("better not");
    talk.adas().field().press("ArrowUp");
    assertThat(talk.adas().field()).hasValue("");
    visitors.assertNoComplaints();
  }

  @Test
  void theArrowOpensTheNewestMessageThatIsStillThere() {
    Talk talk = Talk.between(ada, bob, visitors);
    for (String text : List.of("the first", "the second", "the third")) {
      talk.adas().says(text);
      talk.bothSeeOnce(text);
    }
    talk.adas().chooses("Delete", "the third");
    talk.adas().field().press("ArrowUp");
    assertThat(talk.adas().field()).hasValue("the second");
    talk.adas().page().keyboard().press("Escape");
    talk.bobs().seesNoLonger("the third");
    talk.adas().reload();
    talk.adas().sees("the second");
    talk.adas().field().press("ArrowUp");
    talk.adas().says("the second, mended");
    talk.bothSeeOnce("the second, mended");
    talk.bothSeeOnce("the first");
    visitors.assertNoComplaints();
  }

  @Test
  void whoEditsAMessageThatIsDeletedInAnotherWindowKeepsTheTextAsADraft() {
    Talk talk = Talk.between(ada, bob, visitors);
    talk.adas().says("better not");
    talk.bothSeeOnce("better not");
    ChatPage other = talk.adas().tab();
    other.chooses("Edit", "better not");
    other.field().fill("better not, on second thoughts");
    talk.adas().chooses("Delete", "better not");
    talk.bobs().seesNoLonger("better not");
    assertThat(other.page().getByText("Editing a message")).hasCount(0);
    assertThat(other.field()).hasValue("better not, on second thoughts");
    other.field().press("Enter");
    talk.bothSeeOnce("better not, on second thoughts");
    talk.bobs().doesNotSee("better not");
    visitors.assertNoComplaints();
  }

  /** Whoever closes the page has not undone it. */
  @Test
  void aDeletionIsCarriedOutWhenThePageIsLeft() {
    Talk talk = Talk.between(ada, bob, visitors);
    talk.adas().says("gone with me");
    talk.bothSeeOnce("gone with me");
    talk.adas().chooses("Delete", "gone with me");
    talk.adas().page().reload();
    talk.bobs().seesNoLonger("gone with me");
  }

  @Test
  void whatIsPinnedIsListedWithItsNewestText() {
    Talk talk = Talk.between(ada, bob, visitors);
    talk.adas().says("the door code is 4711");
    talk.bothSeeOnce("the door code is 4711");
    react(talk.bobs(), "the door code is 4711");
    talk.bobs().chooses("Pin", "the door code is 4711");
    ChatPage.visible(talk.adas().line("the door code is 4711").getByText("Pinned"));
    talk.adas().field().press("ArrowUp");
    talk.adas().says("the door code is 4712");
    talk.bothSeeOnce("the door code is 4712");
    assertPinnedWithReaction(talk);
    talk.pages().forEach(ChatPage::reload);
    assertPinnedWithReaction(talk);
    talk.bobs().button("Pinned messages").click();
    Locator pins =
        talk.bobs()
            .page()
            .getByRole(AriaRole.LIST, new GetByRoleOptions().setName("Pinned messages"));
    ChatPage.visible(pins.getByText("the door code is 4712"));
    assertThat(pins.getByRole(AriaRole.LISTITEM)).hasCount(1);
  }

  private static void react(ChatPage page, String text) {
    page.chooses("Add a reaction", text);
    page.page().getByLabel("Search emoji").fill("thumbs up");
    ChatPage.visible(
        page.page()
            .getByRole(
                AriaRole.OPTION, new GetByRoleOptions().setName("thumbs up").setExact(true)));
    page.page().keyboard().press("Enter");
    ChatPage.visible(page.line(text).getByText("👍"));
  }

  private static void assertPinnedWithReaction(Talk talk) {
    for (ChatPage page : talk.pages()) {
      ChatPage.visible(page.line("the door code is 4712").getByText("Pinned"));
      ChatPage.visible(page.line("the door code is 4712").getByText("👍"));
    }
  }

  @Test
  void aMessageIsUnreadAgainUntilItsConversationIsOpened() {
    Talk talk = Talk.between(ada, bob, visitors);
    talk.bobs().says("one");
    talk.bobs().says("two");
    talk.bothSeeOnce("two");
    talk.adas().chooses("Mark as unread", "one");
    assertThat(talk.adas().row(bob.username())).hasAccessibleName(unread(2));
    talk.adas().opensGlobal();
    assertThat(talk.adas().row(bob.username())).hasAccessibleName(unread(2));
    talk.adas().row(bob.username()).click();
    assertThat(talk.adas().row(bob.username())).not().hasAccessibleName(unread(2));
  }

  @Test
  void aModeratorSeesWhatAMessageWasBefore() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    String room = "ops-" + RandomLetters.of(8);
    adas.createsRoom(room, Visibility.PRIVATE, bob.username());
    bobs.opensRoom(room);
    bobs.says("first thought");
    adas.sees("first thought");
    bobs.field().press("ArrowUp");
    bobs.says("second thought");
    adas.sees("second thought");
    adas.line("second thought").getByText("(edited)").click();
    ChatPage.visible(
        adas.page()
            .getByRole(AriaRole.LIST, new GetByRoleOptions().setName("Earlier versions"))
            .getByText("first thought"));
    adas.page().keyboard().press("Escape");
    adas.chooses("Delete", "second thought");
    bobs.seesNoLonger("second thought");
    visitors.assertNoComplaints();
  }

  private static Pattern unread(int messages) {
    return Pattern.compile(messages + " unread");
  }
}
