package dev.parley.system.journey;

import com.microsoft.playwright.Browser;
import dev.parley.client.http.Http;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people, two browsers, the real page. */
@WithStack
@WithBrowser
class JourneyTest {

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private final String ada = "ada-" + RandomLetters.of(8);
  private final String bob = "bob-" + RandomLetters.of(8);
  private final ChatPage adas;
  private final ChatPage bobs;

  JourneyTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
    adas = visitors.open(ada);
    bobs = visitors.open(bob);
  }

  @Test
  void twoPeopleRegisterSeeEachOtherChatAndKeepTheirHistoryOverAReload() {
    adas.register(ada, Visitors.PASSWORD);
    bobs.register(bob, Visitors.PASSWORD);
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

    adas.reload();
    adas.sees("Yes!");
    adas.opensGlobal();
    adas.sees("Good morning yourself, " + ada);
    adas.seesOnline(bob);
    bobs.seesOnline(ada);
    adas.says("after the reload of " + ada);
    bobs.opensGlobal();
    bobs.sees("after the reload of " + ada);
    visitors.assertNoComplaints();
  }

  @Test
  void whoLogsOutIsAskedToLogInAndFindsEverythingAgain() {
    Http.at(stack.edge())
        .post("/register", Map.of("username", ada, "password", Visitors.PASSWORD))
        .expect(200);
    adas.logIn(ada, Visitors.PASSWORD);
    bobs.register(bob, Visitors.PASSWORD);
    adas.says("remember this, " + ada);
    adas.sees("remember this, " + ada);
    bobs.seesOnline(ada);
    adas.logOut();
    bobs.seesOffline(ada);
    adas.logIn(ada, Visitors.PASSWORD);
    adas.sees("remember this, " + ada);
    bobs.seesOnline(ada);
    visitors.assertNoComplaints();
  }

  /** G1, G2: what was said while a gateway died is there once it is reached again. */
  @Test
  void aPageReconnectsByItselfWhenItsGatewayIsKilled() {
    adas.register(ada, Visitors.PASSWORD);
    bobs.register(bob, Visitors.PASSWORD);
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
}
