package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the field to the others, whatever happens on the way. */
@WithStack
@WithBrowser
class SendingJourneyTest {

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
