package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.parley.testing.TestingAccount;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The page as somebody uses it: found by roles and labels, as a screen reader finds them. Each has
 * a browser context, and so cookies, of its own.
 */
final class ChatPage implements AutoCloseable {

  static final double LIMIT_MS = Duration.ofSeconds(20).toMillis();

  private static final Locator.GetByLabelOptions EXACTLY =
      new Locator.GetByLabelOptions().setExact(true);
  private static final Pattern CONVERSATIONS = Pattern.compile("^(Rooms|Direct messages)$");

  private final String name;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  /** Without motion, so that nothing is half-way. */
  private ChatPage(String name, Browser browser, NewContextOptions options) {
    this(name, browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE)));
  }

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

  static ChatPage open(Browser browser, URI address, String name, NewContextOptions options) {
    ChatPage chat = new ChatPage(name, browser, options);
    chat.context.setDefaultTimeout(LIMIT_MS);
    chat.page.navigate(address.toString());
    return chat;
  }

  /** In the session of this account, as a browser keeps one that logged in before. */
  static ChatPage openAs(
      Browser browser, URI address, TestingAccount account, NewContextOptions options) {
    ChatPage chat = new ChatPage(account.username(), browser, options);
    chat.context.setDefaultTimeout(LIMIT_MS);
    chat.context.addCookies(
        List.of(
            new Cookie("parley_session", account.token())
                .setUrl(address.toString())
                .setHttpOnly(true)
                .setSameSite(SameSiteAttribute.LAX)));
    chat.page.addInitScript(remembering(account));
    chat.page.navigate(address.toString());
    return chat;
  }

  /** Once: whoever logs out stays logged out. */
  private static String remembering(TestingAccount account) {
    return String.format(
        Locale.ROOT,
        """
        if (sessionStorage.getItem("remembered") === null) {
          sessionStorage.setItem("remembered", "");
          localStorage.setItem("parley.logged-in", '{"id":%d,"username":"%s"}');
        }
        """,
        account.id(),
        account.username());
  }

  /** The same login in one more tab of the same browser. */
  ChatPage tab() {
    ChatPage tab = new ChatPage(name + "-tab", context);
    tab.page.navigate(page.url());
    tab.awaitChat();
    return tab;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  void register(String username, String password) {
    button("Create account").click();
    submits("Create account", username, password);
    awaitChat();
  }

  void logIn(String username, String password) {
    submits("Log in", username, password);
    awaitChat();
  }

  void submits(String form, String username, String password) {
    page.getByLabel("Username").fill(username);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    page.getByRole(AriaRole.FORM, new GetByRoleOptions().setName(form))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(form))
        .click();
  }

  void awaitChat() {
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

  void opensSettings() {
    button("Settings").click();
    visible(heading("Devices"));
  }

  /** With the keyboard. */
  void finds(String name) {
    page.keyboard().press("Control+k");
    page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Find")).fill(name);
    visible(option(name));
    page.keyboard().press("Enter");
    visible(page.getByLabel("Message to " + name));
  }

  private Locator option(String name) {
    return page.getByRole(
        AriaRole.OPTION,
        new GetByRoleOptions().setName(Pattern.compile("^" + name)).setSelected(true));
  }

  Locator heading(String text) {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(text).setExact(true));
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
    row("Global").click();
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

  /** The server has it. */
  void seesStored(String text) {
    visible(
        page.locator("article.stored")
            .getByText(text, new Locator.GetByTextOptions().setExact(true)));
  }

  /** The files that open the page without a network are kept. */
  void awaitShell() {
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
  }

  void doesNotSee(String text) {
    assertThat(message(text)).hasCount(0);
  }

  /** Once the moment is over in which a deletion can be undone. */
  void seesNoLonger(String text) {
    assertThat(message(text)).hasCount(0, new HasCountOptions().setTimeout(LIMIT_MS));
  }

  void seesOnce(String text) {
    assertThat(message(text)).hasCount(1, new HasCountOptions().setTimeout(LIMIT_MS));
  }

  Locator row(String name) {
    return page.getByRole(AriaRole.LIST, new GetByRoleOptions().setName(CONVERSATIONS))
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  Locator message(String text) {
    return page.getByRole(AriaRole.LOG)
        .getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  /** The whole message, with its reactions and marks. */
  Locator line(String text) {
    return page.getByRole(AriaRole.LOG)
        .getByRole(AriaRole.ARTICLE)
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByText(text, new Page.GetByTextOptions().setExact(true))));
  }

  /** From the menu of a message. */
  void chooses(String action, String text) {
    line(text).hover();
    line(text)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More actions"))
        .click();
    page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(action).setExact(true))
        .click();
  }

  /** What the log says of the room. */
  void seesInLog(String text) {
    visible(page.getByRole(AriaRole.LOG).getByText(text));
  }

  void opensRoom(String room) {
    row(room).click();
    visible(page.getByLabel("Message to " + room));
  }

  void createsRoom(String room, Visibility visibility, String... members) {
    button("Create a room").first().click();
    Locator form = page.getByRole(AriaRole.FORM, new GetByRoleOptions().setName("Create a room"));
    form.getByLabel("Name", EXACTLY).fill(room);
    form.getByLabel(visibility == Visibility.PUBLIC ? "Public:" : "Private:").check();
    for (String member : members) {
      form.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("People to add"))
          .fill(member);
      form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(member).setExact(true))
          .click();
    }
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create a room"))
        .click();
    visible(page.getByLabel("Message to " + room));
  }

  void joinsRoom(String room) {
    button("Browse all rooms").click();
    page.getByLabel("Name of a room").fill(room);
    button("Join " + room).click();
    visible(page.getByLabel("Message to " + room));
  }

  void removes(String username) {
    button("Members").click();
    button("Remove " + username).click();
    assertThat(button("Remove " + username)).hasCount(0);
    page.keyboard().press("Escape");
  }

  /** Whom a room is for. */
  enum Visibility {
    PUBLIC,
    PRIVATE
  }

  Locator field() {
    return page.getByLabel(Pattern.compile("^Message to "));
  }

  Locator button(String label) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true));
  }

  static void visible(Locator locator) {
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
