package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From one conversation to another. */
@WithStack
@WithBrowser
class ConversationJourneyTest {

  @RegisterExtension final Visitors visitors;
  private final TestingAccount ada;
  private final TestingAccount bob;

  ConversationJourneyTest(RunningStack stack, Browser browser) {
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @Test
  void whatIsUnreadIsCountedOnEveryDeviceUntilItIsReadOnOne() {
    ChatPage laptop = visitors.logIn(ada);
    ChatPage phone = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    bobs.finds(ada.username());
    bobs.says("one");
    bobs.says("two");
    Pattern label = Pattern.compile("2 unread messages");
    for (ChatPage page : new ChatPage[] {laptop, phone}) {
      assertThat(page.row(bob.username())).hasAccessibleName(label);
      assertThat(page.page()).hasTitle(Pattern.compile("^\\(\\d+\\+?\\) "));
    }
    laptop.row(bob.username()).click();
    laptop.sees("two");
    for (ChatPage page : new ChatPage[] {laptop, phone}) {
      assertThat(page.row(bob.username())).not().hasAccessibleName(label);
    }
    visitors.assertNoComplaints();
  }

  @Test
  void whoLooksInForAMomentOnlyHasReadItOnEveryDevice() {
    ChatPage laptop = visitors.logIn(ada);
    ChatPage phone = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    bobs.finds(ada.username());
    bobs.says("only a word");
    for (ChatPage page : List.of(laptop, phone)) {
      assertThat(page.row(bob.username())).hasAccessibleName(Pattern.compile("1 unread"));
    }
    phone.row(bob.username()).click();
    phone.sees("only a word");
    assertThat(phone.row(bob.username())).not().hasAccessibleName(Pattern.compile("unread"));
    phone.page().navigate("about:blank");
    assertThat(laptop.row(bob.username())).not().hasAccessibleName(Pattern.compile("unread"));
  }

  @Test
  void somebodyIsFoundByNameAndTheAddressLeadsBackThere() {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.says("found you, " + bob.username());
    String link = String.format(Locale.ROOT, "/c/dm-%d-%d", ada.id(), bob.id());
    assertThat(page.page()).hasURL(Pattern.compile(link + "$"));
    page.reload();
    page.sees("found you, " + bob.username());
    page.opensGlobal();
    page.page().goBack();
    ChatPage.visible(page.page().getByLabel("Message to " + bob.username()));
    page.page().goForward();
    ChatPage.visible(page.page().getByLabel("Message to Global"));
    page.page().keyboard().press("Control+k");
    ChatPage.visible(page.page().getByRole(AriaRole.DIALOG));
    page.page().keyboard().press("Escape");
    assertThat(page.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    assertThat(page.field()).isFocused();
    visitors.assertNoComplaints();
  }

  @Test
  void aLinkToWhatBelongsToOthersLeadsToTheGlobalConversation() {
    ChatPage page = visitors.logIn(ada);
    page.page().navigate(page.page().url() + "c/dm-1-2");
    assertThat(page.page()).hasURL(Pattern.compile("/c/global$"));
    ChatPage.visible(page.page().getByLabel("Message to Global"));
  }

  @Test
  void aLinkToNobodyAndAnAddressThatDoesNotExistSaySo() {
    ChatPage page = visitors.logIn(ada);
    String here = page.page().url();
    page.page().navigate(here + "c/dm-" + ada.id() + "-999999999");
    ChatPage.visible(page.heading("Nobody here"));
    assertThat(page.field()).hasCount(0);
    page.button("Go to Global").click();
    ChatPage.visible(page.page().getByLabel("Message to Global"));
    page.page().navigate(here + "nonsense/and/more");
    assertThat(page.page()).hasURL(Pattern.compile("/c/global$"));
    page.page().navigate(here + "c/dm-" + ada.id() + "-" + bob.id());
    ChatPage.visible(page.page().getByLabel("Message to " + bob.username()));
    visitors.assertNoComplaints();
  }

  @Test
  void theKeyboardGoesFromConversationToConversationAndTellsHow() {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.page().keyboard().press("Alt+ArrowUp");
    ChatPage.visible(page.page().getByLabel("Message to Global"));
    page.page().keyboard().press("Alt+ArrowUp");
    page.page().keyboard().press("Alt+ArrowDown");
    ChatPage.visible(page.page().getByLabel("Message to Global"));
    assertThat(page.field()).isFocused();
    page.page().keyboard().press("Control+/");
    ChatPage.visible(page.heading("Keyboard shortcuts"));
    page.page().keyboard().press("Escape");
    assertThat(page.page().getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  @Test
  void aFileThatIsDroppedBesideIsNotOpenedInPlaceOfThePage() {
    ChatPage page = visitors.logIn(ada);
    String drop =
        """
        type => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["x"], "x.txt"));
          const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
          return document.body.dispatchEvent(event);
        }
        """;
    assertEquals(false, page.page().evaluate(drop, "dragover"));
    assertEquals(false, page.page().evaluate(drop, "drop"));
  }

  @Test
  void aFingerWritesLinesRaisesNoKeyboardAndGoesBackFromTheDrawer() {
    ChatPage page =
        visitors.logIn(
            ada,
            new NewContextOptions().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true));
    page.finds(bob.username());
    assertThat(page.page().getByRole(AriaRole.LOG)).isFocused();
    page.field().fill("one");
    page.field().press("Enter");
    assertThat(page.field()).hasValue("one\n");
    page.button("Send").click();
    page.seesOnce("one");
    String conversation = page.page().url();
    page.page().getByLabel(Pattern.compile("^Open menu")).click();
    ChatPage.visible(page.button("Close menu"));
    page.page().goBack();
    assertThat(page.button("Close menu")).isHidden();
    assertThat(page.page()).hasURL(conversation);
    page.page().getByLabel(Pattern.compile("^Open menu")).click();
    page.row("Global").click();
    ChatPage.visible(page.page().getByLabel("Message to Global"));
    page.page().goBack();
    ChatPage.visible(page.page().getByLabel("Message to " + bob.username()));
    assertThat(page.button("Close menu")).isHidden();
  }

  @Test
  void onAPhoneTheSidebarIsADrawer() {
    ChatPage page = visitors.logIn(ada, new NewContextOptions().setViewportSize(390, 844));
    page.page().getByLabel(Pattern.compile("^Open menu")).click();
    ChatPage.visible(page.button("Close menu"));
    page.page().keyboard().press("Escape");
    assertThat(page.button("Close menu")).isHidden();
    page.page().getByLabel(Pattern.compile("^Open menu")).click();
    page.row("Global").click();
    assertThat(page.button("Close menu")).isHidden();
    assertThat(page.field()).isFocused();
    visitors.assertNoComplaints();
  }
}
