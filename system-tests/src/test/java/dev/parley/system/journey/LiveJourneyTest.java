package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens by itself: in other tabs, in the title, in the ear. */
@WithStack
@WithBrowser
class LiveJourneyTest {

  /** Stands in for what a browser without a screen does not do, and writes down what it plays. */
  private static final String FAKES =
      """
      window.noticed = [];
      window.isAway = false;
      document.hasFocus = () => !window.isAway;
      window.Notification = class extends EventTarget {
        static permission = "granted";
        static requestPermission = async () => "granted";
        constructor(title, { body }) { super(); window.noticed.push(`${title}: ${body}`); }
        close() {}
      };
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = async function () {
        await play.call(this);
        window.noticed.push("sound");
      };
      """;

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  LiveJourneyTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @Test
  void twoTabsOfOneLoginShowTheSameOnce() {
    Talk talk = Talk.between(ada, bob, visitors);
    ChatPage first = talk.adas();
    ChatPage second = first.tab();
    ChatPage bobs = talk.bobs();
    first.says("from the first tab");
    second.says("from the second tab");
    bobs.says("to both tabs");
    for (ChatPage page : List.of(first, second, bobs)) {
      page.seesOnce("from the first tab");
      page.seesOnce("from the second tab");
      page.seesOnce("to both tabs");
    }
    second.logOut();
    ChatPage.visible(first.page().getByText("Your session has ended."));
    bobs.seesOffline(ada.username());
  }

  @Test
  void newMessagesAreNoticedWhereNobodyLooksUnlessSwitchedOffAndNeverThoseOfBefore() {
    ChatPage bobs = visitors.logIn(bob);
    ChatPage adas = visitors.open("ada");
    adas.context().addInitScript(FAKES);
    adas.page().reload();
    adas.logIn(ada.username(), ada.password());
    adas.opensSettings();
    adas.page().getByLabel("Show notifications").check();
    adas.page().goBack();
    adas.awaitChat();
    bobs.finds(ada.username());
    bobs.says("while she is there");
    assertThat(adas.row(bob.username())).hasAccessibleName(Pattern.compile("1 unread"));
    adas.page().waitForFunction("() => noticed.length >= 1");
    assertEquals(List.of("sound"), noticed(adas), "a private message elsewhere, and she is there");
    adas.page().evaluate("() => { isAway = true; localStorage.removeItem('parley.last-sound'); }");
    bobs.says("while she is away");
    adas.page().waitForFunction("() => noticed.length >= 2");
    assertEquals(bob.username() + ": while she is away", noticed(adas).get(1));
    adas.reload();
    adas.finds(bob.username());
    adas.sees("while she is away");
    assertEquals(List.of(), noticed(adas), "nothing of the history");
    adas.opensSettings();
    adas.page().getByLabel("Show notifications").uncheck();
    adas.page().getByLabel("Play a sound").uncheck();
    adas.page().evaluate("() => { isAway = true; }");
    bobs.says("into the silence");
    assertThat(adas.row(bob.username())).hasAccessibleName(Pattern.compile("1 unread"));
    assertEquals(List.of(), noticed(adas), "switched off");
  }

  @SuppressWarnings("unchecked")
  private static List<String> noticed(ChatPage page) {
    return (List<String>) page.page().evaluate("() => noticed");
  }

  /** G2: every page comes back by itself, and has what was said meanwhile. */
  @Test
  void aPageSaysThatItIsOfflineWhileItsGatewaysAreGoneAndSendsOnceTheyAreBack() {
    Talk talk = Talk.between(ada, bob, visitors);
    stack.gatewayProcess(0).kill();
    stack.gatewayProcess(1).kill();
    for (ChatPage page : talk.pages()) {
      ChatPage.visible(page.page().getByText(Pattern.compile("^(Offline|Connecting)")));
    }
    talk.adas().says("said into the dark");
    stack.gatewayProcess(0).restart();
    stack.gatewayProcess(1).restart();
    talk.bothSeeOnce("said into the dark");
    Page page = talk.adas().page();
    assertThat(page.locator("article.pending"))
        .hasCount(0, new HasCountOptions().setTimeout(ChatPage.LIMIT_MS));
  }
}
