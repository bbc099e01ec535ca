package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.parley.client.http.Http;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accounts as their owners see them. */
@WithStack
@WithBrowser
class AccountJourneyTest {

  private static final String NEW_PASSWORD = "battery staple";

  @RegisterExtension final Visitors visitors;
  private final URI address;

  AccountJourneyTest(RunningStack stack, Browser browser) {
    address = stack.edge();
    visitors = new Visitors(browser, stack.edge());
  }

  @Test
  void whatIsWrongStandsBesideTheFieldThatItIsAbout() {
    TestingAccount ada = visitors.account("ada");
    ChatPage page = visitors.open("stranger");
    page.submits("Log in", ada.username(), "wrong password");
    describes(page, "Password", "Wrong username or password.");
    page.button("Create account").click();
    page.submits("Create account", "ad", "long enough");
    describes(page, "Username", "Use at least 3 characters.");
    page.submits("Create account", ada.username(), "short");
    describes(page, "Password", "Use at least 6 characters.");
    page.submits("Create account", ada.username(), "long enough");
    describes(page, "Username", "This username is taken.");
  }

  @Test
  void aPasswordIsCountedInCharactersAndNeverCutInSilence() {
    String emoji = "😀".repeat(100);
    String name = "ada-" + RandomLetters.of(8);
    Http.at(address).post("/register", Map.of("username", name, "password", emoji)).expect(200);
    ChatPage page = visitors.open("ada");
    page.button("Create account").click();
    page.submits("Create account", name + "x", "p".repeat(200));
    String tooLong = "A password can have at most 128 characters. This one has 200.";
    describes(page, "Password", tooLong);
    assertThat(field(page, "Password")).hasValue("p".repeat(200));
    page.submits("Create account", "n".repeat(33), "long enough");
    describes(page, "Username", "Use at most 32 characters. This username has 33.");
    page.button("Log in").last().click();
    page.submits("Log in", name, "p".repeat(200));
    describes(page, "Password", "Wrong username or password. " + tooLong);
    page.logIn(name, emoji);
    assertThat(page.field()).isFocused();
  }

  @Test
  void whatTheServerRefusesIsSaidInTheReadersLanguage() {
    ChatPage page = visitors.open("ada", new NewContextOptions().setLocale("de-DE"));
    field(page, "Benutzername").fill(visitors.account("ada").username());
    field(page, "Passwort").fill("not this one");
    page.page().keyboard().press("Enter");
    describes(page, "Passwort", "Benutzername oder Passwort ist falsch.");
  }

  @Test
  void aNewPasswordLogsOutEveryOtherDevice() {
    TestingAccount ada = visitors.account("ada");
    ChatPage laptop = visitors.logIn(ada);
    ChatPage phone = visitors.logIn(ada);
    laptop.opensSettings();
    changePassword(laptop, "not this one", NEW_PASSWORD);
    describes(laptop, "Current password", "That isn’t your current password.");
    changePassword(laptop, ada.password(), "short");
    describes(laptop, "New password", "Use at least 6 characters.");
    changePassword(laptop, ada.password(), NEW_PASSWORD);
    ChatPage.visible(laptop.page().getByText("Password changed."));
    ChatPage.visible(phone.page().getByText("Your session has ended."));
    phone.logIn(ada.username(), NEW_PASSWORD);
    laptop.page().goBack();
    laptop.awaitChat();
    laptop.says("still here, " + ada.username());
    phone.sees("still here, " + ada.username());
  }

  @Test
  void devicesAreLoggedOutOneByOneOrAllOthersAtOnce() {
    TestingAccount ada = visitors.account("ada");
    ChatPage laptop = visitors.logIn(ada);
    ChatPage phone = visitors.open("phone");
    phone.logIn(ada.username(), ada.password());
    phone.page().waitForLoadState(LoadState.NETWORKIDLE);
    ada.onAnotherDevice();
    laptop.opensSettings();
    Locator devices = devices(laptop);
    assertThat(devices).hasCount(4);
    assertThat(devices.first()).containsText("This device");
    assertThat(devices.first()).containsText("Last seen");
    devices
        .filter(new Locator.FilterOptions().setHasText("Chrome on"))
        .getByRole(AriaRole.BUTTON)
        .click();
    ChatPage.visible(phone.page().getByText("Your session has ended."));
    assertThat(devices).hasCount(3);
    laptop.button("Log out all other devices").click();
    assertThat(devices).hasCount(1);
    ChatPage.visible(laptop.page().getByText("2 devices logged out."));
    visitors.assertNoComplaints();
  }

  private static Locator devices(ChatPage page) {
    return page.page()
        .getByRole(AriaRole.LIST, new GetByRoleOptions().setName("Devices"))
        .getByRole(AriaRole.LISTITEM);
  }

  private static void changePassword(ChatPage page, String current, String fresh) {
    field(page, "Current password").fill(current);
    field(page, "New password").fill(fresh);
    page.button("Change password").click();
  }

  private static void describes(ChatPage page, String label, String problem) {
    assertThat(field(page, label)).hasAccessibleDescription(problem);
    assertThat(field(page, label)).hasAttribute("aria-invalid", "true");
  }

  private static Locator field(ChatPage page, String label) {
    return page.page().getByLabel(label, new GetByLabelOptions().setExact(true));
  }
}
