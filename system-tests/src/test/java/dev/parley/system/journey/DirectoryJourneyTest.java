package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a server with 10,000 accounts. */
@WithStack
@WithBrowser
class DirectoryJourneyTest {

  private static final int LARGEST_ANSWER_BYTES = 32_000;

  @RegisterExtension final Visitors visitors;
  private final LocalPostgres postgres;
  private final TestingAccount ada;
  private final String crowd = RandomLetters.of(6);

  DirectoryJourneyTest(RunningStack stack, Browser browser) {
    postgres = stack.postgres();
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
  }

  @BeforeEach
  void registerTheCrowd() throws SQLException {
    // Past the service, for a password hash takes its time; the one looked for is the last.
    run(
        """
        INSERT INTO auth.accounts (username, folded_name, skeleton, password_hash, created_at)
        SELECT name, name, name, 'none', now()
        FROM (SELECT '%1$s-' || number FROM generate_series(1, 10000) number
              UNION ALL SELECT '%1$s') crowd (name)
        """);
  }

  @AfterEach
  void removeTheCrowd() throws SQLException {
    run("DELETE FROM auth.accounts WHERE folded_name LIKE '%1$s%%'");
  }

  private void run(String sql) throws SQLException {
    try (Connection database =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
        Statement statement = database.createStatement()) {
      statement.execute(sql.formatted(crowd));
    }
  }

  @Test
  void anybodyIsFoundByNameAndNoAnswerIsLargeHoweverManyThereAre() {
    ChatPage chat = visitors.open("ada");
    List<Response> answers = new CopyOnWriteArrayList<>();
    chat.page()
        .onResponse(
            response -> {
              if (response.url().contains("/users")) {
                answers.add(response);
              }
            });
    chat.logIn(ada.username(), ada.password());
    Locator people =
        chat.page()
            .getByRole(AriaRole.LIST, new GetByRoleOptions().setName("People"))
            .getByRole(AriaRole.BUTTON);
    assertThat(people).hasCount(40);
    ChatPage.visible(chat.button("Find more people by name"));
    chat.page().keyboard().press("Control+k");
    chat.page().getByRole(AriaRole.COMBOBOX).fill(crowd);
    ChatPage.visible(
        chat.page()
            .getByRole(
                AriaRole.OPTION,
                new GetByRoleOptions().setName(crowd).setExact(true).setSelected(true)));
    chat.page().keyboard().press("Enter");
    ChatPage.visible(chat.heading(crowd));
    chat.says("found among thousands");
    chat.seesOnce("found among thousands");
    assertTrue(answers.size() >= 2, "some at first, and those that are looked for");
    answers.forEach(
        answer -> assertTrue(answer.body().length < LARGEST_ANSWER_BYTES, answer.url()));
    visitors.assertNoComplaints();
  }
}
