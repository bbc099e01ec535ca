package dev.parley.system.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Emoji under messages. */
@WithStack
@WithBrowser
class ReactionJourneyTest {

  @RegisterExtension final Visitors visitors;
  private final TestingAccount ada;
  private final TestingAccount bob;

  ReactionJourneyTest(RunningStack stack, Browser browser) {
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @Test
  void aReactionIsFoundByNameSeenByBothAndToggledByAClick() {
    Talk talk = Talk.between(ada, bob, visitors);
    talk.adas().says("the release is out");
    talk.bothSeeOnce("the release is out");
    talk.bobs().chooses("Add a reaction", "the release is out");
    talk.bobs().page().getByLabel("Search emoji").fill("party pop");
    ChatPage.visible(emoji(talk.bobs(), "party popper"));
    talk.bobs().page().keyboard().press("Enter");
    reaction(talk.adas(), "🎉 1, " + bob.username()).click();
    ChatPage.visible(reaction(talk.bobs(), "🎉 2, you and " + ada.username()));
    talk.adas().reload();
    reaction(talk.adas(), "🎉 2, you and " + bob.username()).click();
    ChatPage.visible(reaction(talk.bobs(), "🎉 1, you"));
    visitors.assertNoComplaints();
  }

  @Test
  void theNamesShowOnFocusAndTheKeyboardReactsToo() {
    Talk talk = Talk.between(ada, bob, visitors);
    talk.adas().says("lunch at noon");
    talk.bothSeeOnce("lunch at noon");
    talk.bobs().page().getByRole(AriaRole.LOG).focus();
    talk.bobs().page().keyboard().press("ArrowUp");
    talk.bobs().page().keyboard().press("+");
    talk.bobs().page().getByLabel("Search emoji").fill("thumbs up");
    ChatPage.visible(emoji(talk.bobs(), "thumbs up"));
    talk.bobs().page().keyboard().press("Enter");
    Locator theirs = reaction(talk.adas(), "👍 1, " + bob.username());
    theirs.focus();
    ChatPage.visible(theirs.getByText(bob.username()));
    talk.adas().page().keyboard().press("Enter");
    ChatPage.visible(reaction(talk.bobs(), "👍 2, you and " + ada.username()));
  }

  @Test
  void aGermanReaderFindsEmojiInGerman() {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.says("Katzen!");
    page.seesStored("Katzen!");
    String conversation = page.page().url();
    ChatPage german = visitors.open("german", new NewContextOptions().setLocale("de-DE"));
    german.page().getByLabel("Benutzername").fill(ada.username());
    german.page().locator("#password").fill(ada.password());
    german.page().keyboard().press("Enter");
    ChatPage.visible(german.page().getByLabel("Nachricht an Allgemein"));
    german.page().navigate(conversation);
    german.sees("Katzen!");
    german.line("Katzen!").hover();
    german.button("Reaktion hinzufügen").click();
    german.page().getByLabel("Emoji suchen").fill("katze");
    ChatPage.visible(emoji(german, "Katze"));
  }

  private static Locator reaction(ChatPage chat, String label) {
    return chat.page()
        .getByRole(AriaRole.LOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }

  private static Locator emoji(ChatPage chat, String name) {
    return chat.page()
        .getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(name).setExact(true));
  }
}
