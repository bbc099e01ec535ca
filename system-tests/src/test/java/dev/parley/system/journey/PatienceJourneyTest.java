package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever the page waits for, it waits with a limit, says so, and lets a person act. */
@WithStack
@WithBrowser
class PatienceJourneyTest {

  private static final Pattern PAGES_AFTER = Pattern.compile("/messages\\?after=");

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private final TestingProxy proxy;
  private final TestingAccount ada;
  private final TestingAccount bob;

  PatienceJourneyTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    proxy = TestingProxy.before(stack.edge());
    visitors = new Visitors(browser, proxy.address());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @AfterEach
  void closeTheProxy() {
    proxy.close();
  }

  @Test
  void aHandshakeThatIsNeverAnsweredCanBeTriedAgain() {
    proxy.swallow("/ws"::equals);
    ChatPage adas = visitors.logIn(ada);
    ChatPage.visible(adas.page().getByText("Connecting"));
    Locator retry = adas.button("Retry now");
    ChatPage.visible(retry);
    proxy.pass();
    retry.click();
    adas.finds(bob.username());
    adas.says("through at last");
    adas.seesStored("through at last");
  }

  @Test
  void aConnectionThatDiedUnnoticedIsNoticedWhenTheBrowserSaysThatTheNetworkIsBack() {
    ChatPage adas = visitors.logIn(ada);
    adas.finds(bob.username());
    adas.says("alive");
    adas.seesStored("alive");
    proxy.freezeWhatIsOpen();
    adas.says("into a dead path");
    adas.page().evaluate("() => dispatchEvent(new Event('online'))");
    adas.seesStored("into a dead path");
  }

  @Test
  void whatCouldNotBeReadIsAGapThatIsShownAndFilled() {
    ChatPage adas = visitors.logIn(ada);
    adas.finds(bob.username());
    bobWrites(1, 1);
    adas.sees("number 1");
    adas.context().setOffline(true);
    bobWrites(2, 300);
    AtomicInteger failures = new AtomicInteger(3);
    adas.page()
        .route(
            PAGES_AFTER,
            route -> {
              if (failures.getAndDecrement() > 0) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}"));
              } else {
                route.resume();
              }
            });
    adas.context().setOffline(false);
    ChatPage.visible(adas.page().getByRole(AriaRole.LOG).getByText("Couldn’t load the messages."));
    bobWrites(301, 301);
    adas.sees("number 300");
    adas.sees("number 301");
    assertThat(adas.page().getByText("Couldn’t load the messages.")).hasCount(0);
  }

  /** All but the last one are long: together they are more than one resume brings. */
  private void bobWrites(int first, int last) {
    try (TestingChatClient bobs = bob.secondProtocol(stack.gateway(0))) {
      for (int number = first; number <= last; number++) {
        String more = number == last ? "" : " and more".repeat(300);
        bobs.chat("c-" + number, "number " + number + more, ada.username());
      }
      bobs.awaitAll(TestingChatClient.isOfType("ack"), last - first + 1, Duration.ofSeconds(20));
    }
  }
}
