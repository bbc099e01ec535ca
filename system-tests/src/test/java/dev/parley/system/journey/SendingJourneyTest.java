package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the field to the others, whatever happens on the way. */
@WithStack
@WithBrowser
class SendingJourneyTest {

  /** Ends a composition with a key; says whether the page took the key for itself. */
  private static final String INPUT_METHOD =
      """
      (field, [key, isComposing]) => {
        const about = { key, keyCode: 229, isComposing, bubbles: true, composed: true, cancelable: true,
            ctrlKey: key === "k" };
        const end = () => field.dispatchEvent(new CompositionEvent("compositionend", about));
        const press = () => !field.dispatchEvent(new KeyboardEvent("keydown", about));
        if (!isComposing) {
          end();
        }
        const isTaken = press();
        if (isComposing) {
          end();
        }
        return isTaken;
      }
      """;

  /** At once, as no hand types. */
  private static final String PASTE =
      """
      (field, text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      }
      """;

  /** As in a browser that does not know {@code field-sizing} yet. */
  private static final String FIELDS_DO_NOT_GROW =
      """
      const supports = CSS.supports.bind(CSS);
      CSS.supports = (...asked) => asked[0] !== "field-sizing" && supports(...asked);
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options);
        if (this.localName === "message-composer") {
          requestAnimationFrame(() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync("textarea { field-sizing: fixed !important }");
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
          });
        }
        return root;
      };
      """;

  private static final Pattern CLIENT_ID = Pattern.compile("\"client_id\":\"([^\"]+)\"");

  @RegisterExtension final Visitors visitors;
  private final TestingAccount ada;
  private final TestingAccount bob;

  SendingJourneyTest(RunningStack stack, Browser browser) {
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  /** G1: what waits in the page's outbox is stored once. */
  @Test
  void whatIsWrittenOfflineSurvivesAReloadAndIsSentOnceWhenTheNetworkIsBack() {
    Talk talk = Talk.between(ada, bob, visitors);
    ChatPage adas = talk.adas();
    adas.awaitShell();
    adas.context().setOffline(true);
    ChatPage.visible(adas.page().getByText(Pattern.compile("^Offline, retrying in \\d+ s$")));
    adas.says("first without a network");
    adas.says("second without a network");
    awaitTwoWaiting(adas);
    ChatPage.visible(adas.page().getByText("Waiting for the connection"));
    adas.page().reload();
    awaitTwoWaiting(adas);
    adas.context().setOffline(false);
    adas.seesOnce("second without a network");
    talk.bothSeeOnce("first without a network");
    talk.bothSeeOnce("second without a network");
    assertThat(adas.page().locator("article.pending")).hasCount(0, within());
  }

  @Test
  void whatTheServerRefusesSaysSoInItsPlaceAndCanBeSentAgainOrThrownAway() {
    ChatPage adas = visitors.open("ada");
    refuseTheFirst(adas, 2);
    adas.page().reload();
    adas.logIn(ada.username(), ada.password());
    Talk talk = Talk.between(ada, adas, bob, visitors);
    adas.says("refused at first");
    Locator failure = adas.page().getByText("Not sent: Not today");
    ChatPage.visible(failure);
    adas.button("Retry").click();
    talk.bobs().seesOnce("refused at first");
    assertThat(failure).hasCount(0, within());
    adas.says("refused for good");
    adas.button("Discard").click();
    assertThat(adas.message("refused for good")).hasCount(0, within());
  }

  @Test
  void whatFailedIsSeenFromElsewhereAndCanBeWrittenAnew() {
    ChatPage page = visitors.open("ada");
    refuseTheFirst(page, 1);
    page.page().reload();
    page.logIn(ada.username(), ada.password());
    page.finds(bob.username());
    page.says("refused at first");
    ChatPage.visible(page.page().getByText("Not sent: Not today"));
    page.opensGlobal();
    assertThat(page.row(bob.username())).hasAccessibleName(Pattern.compile("1 message not sent"));
    page.row(bob.username()).click();
    page.button("Edit").click();
    assertThat(page.field()).hasValue("refused at first");
    page.field().press("End");
    page.field().pressSequentially(", then mended");
    page.field().press("Enter");
    page.seesOnce("refused at first, then mended");
    assertThat(page.row(bob.username())).hasAccessibleName(bob.username());
  }

  @Test
  void aMessageKeepsItsIndentationAndLosesOnlyTheLineBreaksAtItsEnd() {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.says("    indented\n  less\n\n");
    assertThat(page.page().locator("article.stored .text").first())
        .hasJSProperty("textContent", "    indented\n  less");
    page.says("x".repeat(4_000) + "\n");
    assertThat(page.field()).hasValue("");
    page.says("x".repeat(4_001));
    ChatPage.visible(page.page().getByText("1 character too many"));
    page.field().fill(" \n\u3000");
    assertThat(page.button("Send")).isDisabled();
  }

  /** Chrome sends the key while composing; Safari ends the composition first. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theKeysOfAnInputMethodAreLeftToIt(boolean isComposing) {
    ChatPage page = visitors.logIn(ada);
    page.finds(bob.username());
    page.field().fill("にほ");
    page.field().evaluate(INPUT_METHOD, List.of("Enter", isComposing));
    page.page().keyboard().press("Control+k");
    Locator finder = page.page().getByRole(AriaRole.COMBOBOX);
    finder.fill("a");
    Locator chosen = page.page().locator("place-finder [aria-selected=true]");
    String first = chosen.getAttribute("id");
    assertEquals(false, finder.evaluate(INPUT_METHOD, List.of("ArrowDown", isComposing)));
    assertEquals(false, finder.evaluate(INPUT_METHOD, List.of("Enter", isComposing)));
    finder.evaluate(INPUT_METHOD, List.of("k", isComposing));
    assertThat(chosen).hasAttribute("id", first);
    page.page().keyboard().press("Escape");
    assertThat(page.field()).hasValue("にほ");
    assertThat(page.page().locator("article")).hasCount(0);
    page.field().press("Enter");
    page.seesOnce("にほ");
  }

  @Test
  void theEndStaysInSightWhileTheFieldGrowsAndShrinks() {
    ChatPage page = visitors.open("ada");
    page.context().addInitScript(FIELDS_DO_NOT_GROW);
    page.page().reload();
    page.logIn(ada.username(), ada.password());
    page.finds(bob.username());
    for (int number = 0; number < 3; number++) {
      page.says("line\n".repeat(30) + number);
    }
    ChatPage.visible(page.page().locator("article.stored").last());
    page.field().evaluate(PASTE, "pasted\n".repeat(100));
    page.field().evaluate(PASTE, "pasted\n".repeat(1_000));
    ChatPage.visible(page.page().getByText("characters too many"));
    assertThat(page.page().locator("message-list .latest")).isHidden();
    assertThat(page.message("line\n".repeat(30) + 2)).isInViewport();
    page.field().fill("");
    assertThat(page.page().locator("message-list .latest")).isHidden();
  }

  @Test
  void eachConversationKeepsItsDraftAndTheLimitIsShownNearIt() {
    ChatPage page = visitors.logIn(ada);
    page.field().fill("to everybody");
    page.finds(bob.username());
    assertThat(page.field()).hasValue("");
    page.field().fill("to bob");
    page.reload();
    assertThat(page.field()).hasValue("to bob");
    page.opensGlobal();
    assertThat(page.field()).hasValue("to everybody");
    page.field().fill("x".repeat(3_990));
    ChatPage.visible(page.page().getByText("10 characters left"));
    page.field().fill("x".repeat(4_001));
    ChatPage.visible(page.page().getByText("1 character too many"));
    page.field().press("Enter");
    assertThat(page.field()).hasValue("x".repeat(4_001));
    page.field().fill("");
    page.field().press("Shift+Enter");
    assertThat(page.field()).hasValue("\n");
    visitors.assertNoComplaints();
  }

  private static void awaitTwoWaiting(ChatPage page) {
    ChatPage.visible(page.page().getByText(Pattern.compile("2 messages waiting$")));
  }

  private static HasCountOptions within() {
    return new HasCountOptions().setTimeout(ChatPage.LIMIT_MS);
  }

  /** Answers the first try of each message with an error; later ones go to the server. */
  private static void refuseTheFirst(ChatPage page, int messages) {
    Set<String> refused = new HashSet<>();
    page.page()
        .routeWebSocket(
            Pattern.compile("/ws$"),
            socket -> {
              WebSocketRoute server = socket.connectToServer();
              socket.onMessage(
                  frame -> {
                    Matcher chat = CLIENT_ID.matcher(frame.text());
                    if (chat.find() && refused.size() < messages && refused.add(chat.group(1))) {
                      socket.send(refusal(chat.group(1)));
                    } else {
                      server.send(frame.text());
                    }
                  });
            });
  }

  private static String refusal(String clientId) {
    return """
    {"type": "error", "message": "Not today", "code": "of_another_version", "client_id": "%s"}
    """
        .formatted(clientId);
  }
}
