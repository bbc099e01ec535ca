package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The page as somebody uses it: found by roles and labels, as a screen reader finds them. Each has
 * a browser context, and so cookies, of its own.
 */
final class ChatPage implements AutoCloseable {

  private static final double LIMIT_MS = Duration.ofSeconds(20).toMillis();

  private final String name;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private ChatPage(String name, BrowserContext context) {
    this.name = name;
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(complaints::add);
  }

  static ChatPage open(Browser browser, URI address, String name) {
    ChatPage chat = new ChatPage(name, browser.newContext());
    chat.context.setDefaultTimeout(LIMIT_MS);
    chat.page.navigate(address.toString());
    return chat;
  }

  void register(String username, String password) {
    button("Create account").click();
    fillIn("Create account", username, password);
    awaitChat();
  }

  void logIn(String username, String password) {
    fillIn("Log in", username, password);
    awaitChat();
  }

  private void fillIn(String form, String username, String password) {
    page.getByLabel("Username").fill(username);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    page.getByRole(AriaRole.FORM, new GetByRoleOptions().setName(form))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(form))
        .click();
  }

  private void awaitChat() {
    visible(field());
  }

  void logOut() {
    button("Log out").click();
    visible(page.getByLabel("Username"));
  }

  void reload() {
    page.reload();
    awaitChat();
  }

  void seesOnline(String username) {
    visible(person(username, ", online"));
  }

  void seesOffline(String username) {
    assertThat(person(username, ", online"))
        .hasCount(0, new HasCountOptions().setTimeout(LIMIT_MS));
  }

  void opensConversationWith(String username) {
    person(username, "").click();
    visible(page.getByLabel("Message to " + username));
  }

  void opensGlobal() {
    page.getByRole(AriaRole.LIST, new GetByRoleOptions().setName("Conversations"))
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Global")))
        .click();
    visible(page.getByLabel("Message to Global"));
  }

  private Locator person(String username, String state) {
    Pattern label = Pattern.compile(username + ".*" + state);
    return page.getByRole(AriaRole.LIST, new GetByRoleOptions().setName("People"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label));
  }

  void says(String text) {
    field().fill(text);
    field().press("Enter");
  }

  /** Presses keys, and does not send. */
  void starts(String text) {
    field().pressSequentially(text);
  }

  void seesTyping(String username) {
    visible(page.getByText(username + " is typing"));
  }

  void sees(String text) {
    visible(message(text));
  }

  void doesNotSee(String text) {
    assertThat(message(text)).hasCount(0);
  }

  private Locator message(String text) {
    return page.getByRole(AriaRole.LOG)
        .getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  private Locator field() {
    return page.getByLabel(Pattern.compile("^Message to "));
  }

  private Locator button(String label) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true));
  }

  private static void visible(Locator locator) {
    assertThat(locator.first()).isVisible(new IsVisibleOptions().setTimeout(LIMIT_MS));
  }

  /** Errors on the console, CSP violations among them, and exceptions that nobody caught. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void photograph() {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "journey", name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
