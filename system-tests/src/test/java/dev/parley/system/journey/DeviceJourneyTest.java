package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.CheckOptions;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Browsers that lack something, or do it in a way of their own. */
@WithStack
@WithBrowser
class DeviceJourneyTest {

  /** What a browser does not have, has no more room for, or does not allow. */
  enum Lack {
    NO_STORAGE("Object.defineProperty(window, 'localStorage', { value: null });"),
    FORBIDDEN_STORAGE(
        """
        Object.defineProperty(window, "localStorage", {
          get() { throw new DOMException("denied", "SecurityError"); },
        });
        """),
    FULL_STORAGE(
        """
        Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
        """),
    NOTHING_MODERN(
        """
        for (const name of ["Notification", "ResizeObserver", "matchMedia", "BroadcastChannel", "Audio"]) {
          delete window[name];
        }
        delete Crypto.prototype.randomUUID;
        delete AbortSignal.timeout;
        delete Navigator.prototype.serviceWorker;
        delete Navigator.prototype.locks;
        Object.defineProperty(Navigator.prototype, "languages", { value: ["en-US@posix", "C"] });
        """),
    NOTHING_ALLOWED(
        """
        const deny = () => { throw new DOMException("denied", "SecurityError"); };
        Object.defineProperty(Navigator.prototype, "serviceWorker", { get: deny });
        Object.defineProperty(Navigator.prototype, "locks", { get: deny });
        Object.defineProperty(Notification, "permission", { get: deny });
        Notification.requestPermission = deny;
        Crypto.prototype.getRandomValues = deny;
        HTMLMediaElement.prototype.play = deny;
        """);

    final String script;

    Lack(String script) {
      this.script = script;
    }

    boolean isOfStorage() {
      return name().endsWith("STORAGE");
    }
  }

  /** As on Android: only a service worker may show a notification. */
  private static final String LIKE_ANDROID =
      """
      window.isAway = false;
      document.hasFocus = () => !window.isAway;
      const { permission } = { permission: "granted" };
      window.Notification = class {
        static permission = permission;
        static requestPermission = async () => permission;
        constructor() { throw new TypeError("Illegal constructor"); }
      };
      window.sounds = 0;
      HTMLMediaElement.prototype.play = async () => { window.sounds++; };
      """;

  private static final String SHOWN =
      """
      async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return (await registration.getNotifications()).map(({ title, body }) => `${title}: ${body}`);
      }
      """;

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  DeviceJourneyTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @ParameterizedTest
  @EnumSource(Lack.class)
  void thePageWorksWhateverABrowserLacks(Lack lack) {
    ChatPage adas = visitors.open("ada");
    adas.context().addInitScript(lack.script);
    adas.page().reload();
    adas.logIn(ada.username(), ada.password());
    adas.finds(bob.username());
    adas.says("written without");
    adas.seesStored("written without");
    bobSays("read without");
    adas.sees("read without");
    adas.opensSettings();
    adas.page().getByLabel("Dark").check(new CheckOptions().setForce(true));
    assertThat(adas.page().locator("html")).hasAttribute("data-theme", "dark");
    adas.page().goBack();
    adas.field().fill("a draft");
    adas.opensGlobal();
    adas.finds(bob.username());
    assertThat(adas.field()).hasValue("a draft");
    if (lack.isOfStorage()) {
      ChatPage.visible(adas.page().getByText("This browser keeps nothing for Parley."));
      adas.button("OK").click();
      assertThat(adas.page().getByText("This browser keeps nothing")).hasCount(0);
      adas.reload();
      assertEquals(List.of(), withoutTheQuestionWhoIsThere(adas.complaints()));
    } else {
      visitors.assertNoComplaints();
    }
    adas.logOut();
  }

  /** A page that remembers nothing has to ask the server who is logged in. */
  private static List<String> withoutTheQuestionWhoIsThere(List<String> complaints) {
    return complaints.stream().filter(complaint -> !complaint.contains("/me:")).toList();
  }

  @Test
  void whereOnlyAServiceWorkerMayNotifyItDoesAndTakesBackWhatIsReadElsewhere() {
    ChatPage adas =
        visitors.open("ada", new NewContextOptions().setPermissions(List.of("notifications")));
    adas.context().addInitScript(LIKE_ANDROID);
    adas.page().reload();
    adas.logIn(ada.username(), ada.password());
    adas.awaitShell();
    adas.opensSettings();
    adas.page().getByLabel("Show notifications").check();
    adas.page().evaluate("() => { isAway = true; }");
    bobSays("are you there?");
    adas.page().waitForFunction("() => sounds > 0");
    adas.page().waitForFunction("async () => (await (" + SHOWN + ")()).length === 1");
    assertEquals(List.of(bob.username() + ": are you there?"), adas.page().evaluate(SHOWN));
    ChatPage phone = visitors.logIn(ada);
    phone.finds(bob.username());
    phone.sees("are you there?");
    adas.page().waitForFunction("async () => (await (" + SHOWN + ")()).length === 0");
    visitors.assertNoComplaints();
  }

  @Test
  void todayIsYesterdayAfterMidnightThoughThePageStaysOpen() {
    ChatPage adas = visitors.open("ada", new NewContextOptions().setTimezoneId("Europe/Berlin"));
    adas.logIn(ada.username(), ada.password());
    adas.finds(bob.username());
    bobSays("before midnight");
    adas.sees("before midnight");
    ChatPage.visible(adas.heading("Today"));
    adas.page()
        .evaluate(
            """
        () => {
          const { now } = Date;
          const untilTomorrow = 86_400_000;
          Date.now = () => now() + untilTomorrow;
        }
        """);
    ChatPage.visible(adas.heading("Yesterday"));
    assertThat(adas.heading("Today")).hasCount(0);
    assertThat(adas.page().locator("article")).hasAttribute("class", Pattern.compile("stored"));
  }

  private void bobSays(String text) {
    try (TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      bobs.chat("c-" + text, text, ada.username());
      bobs.await("ack");
    }
  }
}
