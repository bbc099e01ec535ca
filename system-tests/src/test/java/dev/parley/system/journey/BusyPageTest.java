package dev.parley.system.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator.PressSequentiallyOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithFaultStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whether typing and scrolling keep up with 50 messages a second among 2,000. No part of the tests,
 * because it says something on an idle machine only: {@code ./mvnw -pl system-tests -am verify
 * -Dgroups=measurement}.
 */
@Tag("measurement")
@WithFaultStack
@WithBrowser
class BusyPageTest {

  private static final int LOADED = 2_000;
  private static final int LONGEST_MS = 50;

  @RegisterExtension final Visitors visitors;
  private final RunningStack stack;

  BusyPageTest(RunningStack stack, Browser browser) {
    this.stack = stack;
    visitors = new Visitors(browser, stack.edge());
  }

  @Test
  void typingAndScrollingKeepUpWithFiftyMessagesASecond() {
    TestingAccount ada = visitors.account("ada");
    TestingAccount bob = visitors.account("bob");
    try (TestingChatClient bobs = bob.secondProtocol(stack.gateway(0));
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      write(bobs, ada);
      ChatPage chat = visitors.logIn(ada);
      chat.finds(bob.username());
      loadAll(chat);
      watch(chat.page());
      AtomicInteger number = new AtomicInteger();
      clock.scheduleAtFixedRate(
          () -> bobs.chat("l-" + number.incrementAndGet(), "live " + number, ada.username()),
          0,
          20,
          TimeUnit.MILLISECONDS);
      chat.field().pressSequentially("typing while they come ".repeat(4), delay());
      report("typing", chat.page());
      scroll(chat.page());
      report("scrolling", chat.page());
      clock.shutdown();
    }
  }

  private static PressSequentiallyOptions delay() {
    return new PressSequentiallyOptions().setDelay(60);
  }

  private static void write(TestingChatClient bobs, TestingAccount ada) {
    for (int number = 1; number <= LOADED; number++) {
      bobs.chat("c-" + number, "number " + number + ", see https://a.example", ada.username());
    }
    bobs.awaitAll(TestingChatClient.isOfType("ack"), LOADED, Duration.ofSeconds(60));
  }

  private static void loadAll(ChatPage chat) {
    chat.page()
        .getByRole(AriaRole.LOG)
        .evaluate(
            """
            async log => {
              while (!log.querySelector(".top:not(.loading)")) {
                log.scrollTop = 200;
                await new Promise(requestAnimationFrame);
              }
            }
            """);
    chat.page().getByRole(AriaRole.BUTTON).getByText("Jump to latest").click();
    chat.sees("number " + LOADED + ", see https://a.example");
  }

  private static void watch(Page page) {
    page.evaluate(
        """
        () => {
          window.longTasks = [];
          new PerformanceObserver(list => list.getEntries()
              .forEach(({ duration }) => window.longTasks.push(duration)))
              .observe({ type: "longtask" });
        }
        """);
  }

  private static void scroll(Page page) {
    BoundingBox log = page.getByRole(AriaRole.LOG).boundingBox();
    page.mouse().move(log.x + log.width / 2, log.y + log.height / 2);
    for (int turn = 0; turn < 60; turn++) {
      page.mouse().wheel(0, turn < 40 ? -400 : 400);
      page.waitForTimeout(50);
    }
  }

  private static void report(String what, Page page) {
    List<?> tasks = (List<?>) page.evaluate("() => window.longTasks.splice(0)");
    System.out.println("long tasks while " + what + ": " + tasks);
    assertTrue(
        tasks.stream().allMatch(task -> ((Number) task).doubleValue() < LONGEST_MS),
        what + ": " + tasks);
  }
}
