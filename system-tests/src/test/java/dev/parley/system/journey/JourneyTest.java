package dev.parley.system.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingHttp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people, two browsers, the real page. */
@WithStack
class JourneyTest {

  private static final String PASSWORD = "correct horse";

  private static Playwright playwright;
  private static Browser browser;

  private final RunningStack stack;
  private final String ada = "ada-" + RandomLetters.of(8);
  private final String bob = "bob-" + RandomLetters.of(8);
  private ChatPage adas;
  private ChatPage bobs;

  @RegisterExtension final Photographer photographer = new Photographer(() -> List.of(adas, bobs));

  JourneyTest(RunningStack stack) {
    this.stack = stack;
  }

  @BeforeAll
  static void launch() {
    playwright = Browsers.playwright();
    browser = Browsers.launch(playwright);
  }

  @BeforeEach
  void openBothPages() {
    adas = ChatPage.open(browser, stack.edge(), "ada");
    bobs = ChatPage.open(browser, stack.edge(), "bob");
  }

  @AfterEach
  void closeBothPages() {
    adas.close();
    bobs.close();
  }

  @AfterAll
  static void quit() {
    browser.close();
    playwright.close();
  }

  @Test
  void twoPeopleRegisterSeeEachOtherAndChat() {
    adas.register(ada, PASSWORD);
    bobs.register(bob, PASSWORD);
    adas.seesOnline(bob);
    bobs.seesOnline(ada);

    adas.says("Good morning <b>all</b> from " + ada);
    bobs.sees("Good morning <b>all</b> from " + ada);
    adas.sees("Good morning <b>all</b> from " + ada);
    bobs.starts("Good");
    adas.seesTyping(bob);
    bobs.says("Good morning yourself, " + ada);
    adas.sees("Good morning yourself, " + ada);

    adas.opensConversationWith(bob);
    adas.doesNotSee("Good morning yourself, " + ada);
    adas.says("Lunch?");
    bobs.doesNotSee("Lunch?");
    bobs.opensConversationWith(ada);
    bobs.sees("Lunch?");
    bobs.starts("Ye");
    adas.seesTyping(bob);
    bobs.says("Yes!");
    adas.sees("Yes!");
    assertNoComplaints();
  }

  @Test
  void aReloadKeepsTheLoginAndTheHistory() {
    adas.register(ada, PASSWORD);
    bobs.register(bob, PASSWORD);
    adas.says("before the reload of " + ada);
    bobs.sees("before the reload of " + ada);
    adas.reload();
    adas.sees("before the reload of " + ada);
    adas.seesOnline(bob);
    bobs.seesOnline(ada);
    adas.says("after the reload of " + ada);
    bobs.sees("after the reload of " + ada);
    assertNoComplaints();
  }

  @Test
  void whoLogsOutIsAskedToLogInAndFindsEverythingAgain() {
    new TestingHttp(stack.edge())
        .post("/register", Map.of("username", ada, "password", PASSWORD))
        .expect(200);
    adas.logIn(ada, PASSWORD);
    bobs.register(bob, PASSWORD);
    adas.says("remember this, " + ada);
    adas.sees("remember this, " + ada);
    bobs.seesOnline(ada);
    adas.logOut();
    bobs.seesOffline(ada);
    adas.logIn(ada, PASSWORD);
    adas.sees("remember this, " + ada);
    bobs.seesOnline(ada);
    assertNoComplaints();
  }

  /** G1, G2: what was said while a gateway died is there once it is reached again. */
  @Test
  void aPageReconnectsByItselfWhenItsGatewayIsKilled() {
    adas.register(ada, PASSWORD);
    bobs.register(bob, PASSWORD);
    adas.seesOnline(bob);
    for (int gateway = 0; gateway < 2; gateway++) {
      stack.gatewayProcess(gateway).kill();
      adas.says("without gateway " + gateway + " of " + ada);
      bobs.sees("without gateway " + gateway + " of " + ada);
      bobs.says("still here, " + gateway + " of " + bob);
      adas.sees("still here, " + gateway + " of " + bob);
      stack.gatewayProcess(gateway).restart();
    }
  }

  private void assertNoComplaints() {
    assertEquals(List.of(), adas.complaints());
    assertEquals(List.of(), bobs.complaints());
  }
}
