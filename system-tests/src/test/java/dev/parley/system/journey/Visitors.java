package dev.parley.system.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The pages that a test opens, each with a browser context of its own. They are closed after it,
 * and where it failed, a picture of each is in {@code target/journey}.
 */
final class Visitors implements AfterTestExecutionCallback, AfterEachCallback {

  static final String PASSWORD = "correct horse";

  private final Browser browser;
  private final URI address;
  private final List<ChatPage> pages = new ArrayList<>();

  Visitors(Browser browser, URI address) {
    this.browser = browser;
    this.address = address;
  }

  /** Somebody who has an account, and no page yet. */
  TestingAccount account(String name) {
    return TestingAccount.registerAs(address, name + "-" + RandomLetters.of(8));
  }

  ChatPage open(String name, NewContextOptions options) {
    ChatPage page = ChatPage.open(browser, address, name, options);
    pages.add(page);
    return page;
  }

  ChatPage open(String name) {
    return open(name, new NewContextOptions());
  }

  /** With a session of its own that began elsewhere: what the form does has tests of its own. */
  ChatPage logIn(TestingAccount account, NewContextOptions options) {
    ChatPage page = ChatPage.openAs(browser, address, account.onAnotherDevice(), options);
    pages.add(page);
    page.awaitChat();
    return page;
  }

  ChatPage logIn(TestingAccount account) {
    return logIn(account, new NewContextOptions());
  }

  /** Nothing was wrong on any page: no error on the console, no exception. */
  void assertNoComplaints() {
    pages.forEach(page -> assertEquals(List.of(), page.complaints()));
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      pages.forEach(ChatPage::photograph);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    pages.forEach(ChatPage::close);
  }
}
