package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.WebSocketRoute;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The windows of one browser share one login, one outbox and one draft for each conversation. */
@WithStack
@WithBrowser
class WindowsJourneyTest {

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  WindowsJourneyTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @Test
  void whatOneWindowCouldNotSendIsAskedAboutInTheOtherAndNeverSentOnceItIsDiscarded() {
    ChatPage first = visitors.logIn(ada);
    first.finds(bob.username());
    ChatPage second = first.tab();
    AtomicBoolean isCut = cutOff(first);
    first.page().reload();
    first.awaitChat();
    isCut.set(true);
    first.says("better not");
    second.sees("better not");
    second.button("Log out").click();
    ChatPage.visible(second.page().getByText("One message hasn’t been sent yet."));
    second.button("Stay logged in").click();
    second.sees("better not");
    second.button("Log out").click();
    second.button("Discard and log out").click();
    for (ChatPage page : List.of(first, second)) {
      ChatPage.visible(page.page().getByLabel("Username"));
    }
    isCut.set(false);
    first.logIn(ada.username(), ada.password());
    second.awaitChat();
    first.finds(bob.username());
    first.says("after the discarded one");
    first.seesStored("after the discarded one");
    first.doesNotSee("better not");
    second.doesNotSee("better not");
  }

  @Test
  void aDraftIsTheSameInBothAndGoesWhenOneSendsIt() {
    ChatPage first = visitors.logIn(ada);
    first.finds(bob.username());
    ChatPage second = first.tab();
    first.field().fill("begun here");
    assertThat(second.field()).hasValue("begun here");
    second.field().fill("begun here, ended there");
    assertThat(first.field()).hasValue("begun here, ended there");
    second.field().press("Enter");
    assertThat(first.field()).hasValue("");
    first.seesOnce("begun here, ended there");
    second.seesOnce("begun here, ended there");
  }

  @Test
  void whatIsOnItsWayIsWaitedForAndNoBrowserDialogAsks() {
    List<String> dialogs = new ArrayList<>();
    ChatPage page = visitors.open("ada");
    page.page()
        .onDialog(
            dialog -> {
              dialogs.add(dialog.message());
              dialog.dismiss();
            });
    List<Runnable> answers = holdBackAnswers(page);
    page.page().reload();
    page.logIn(ada.username(), ada.password());
    page.finds(bob.username());
    page.says("slowly, " + bob.username());
    page.button("Log out").click();
    ChatPage.visible(page.page().getByText("Sending what you wrote"));
    answers.forEach(Runnable::run);
    ChatPage.visible(page.page().getByLabel("Username"));
    assertEquals(List.of(), dialogs);
    page.logIn(ada.username(), ada.password());
    page.finds(bob.username());
    page.seesOnce("slowly, " + bob.username());
  }

  @Test
  void whatAProgramWritesWithMyAccountIsUnreadNowhere() {
    ChatPage first = visitors.logIn(ada);
    ChatPage second = first.tab();
    try (TestingChatClient program = ada.secondProtocol(stack.gateway(0))) {
      for (String text : List.of("one", "two", "three")) {
        program.chat("c-" + text, text, bob.username());
        program.await("ack");
      }
    }
    for (ChatPage page : List.of(first, second)) {
      assertThat(page.row(bob.username()))
          .hasAccessibleName(Pattern.compile("^" + bob.username() + "(, online)?$"));
      assertThat(page.page()).hasTitle(Pattern.compile("^Global"));
    }
  }

  /** While it is set, nothing that the page says reaches the server. */
  private static AtomicBoolean cutOff(ChatPage page) {
    AtomicBoolean isCut = new AtomicBoolean();
    page.page()
        .routeWebSocket(
            Pattern.compile("/ws$"),
            socket -> {
              WebSocketRoute server = socket.connectToServer();
              socket.onMessage(
                  frame -> {
                    if (!isCut.get()) {
                      server.send(frame.text());
                    }
                  });
            });
    return isCut;
  }

  /** What the server answers to messages, to be given when it is run. */
  private static List<Runnable> holdBackAnswers(ChatPage page) {
    List<Runnable> answers = new ArrayList<>();
    page.page()
        .routeWebSocket(
            Pattern.compile("/ws$"),
            socket -> {
              WebSocketRoute server = socket.connectToServer();
              server.onMessage(
                  frame -> {
                    if (frame.text().contains("\"client_id\"")) {
                      answers.add(() -> socket.send(frame.text()));
                    } else {
                      socket.send(frame.text());
                    }
                  });
            });
    return answers;
  }
}
