package dev.parley.tools.predecessor;

import dev.parley.stack.StackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Brings all of the file into the services' tables, in one transaction that the caller ends. It
 * examines every row before it writes the first one, so one run reports all problems.
 */
record Transfer(
    OldDatabase old, Connection connection, TakeoverOptions options, Consumer<String> progress) {

  /** The caller commits or rolls back. */
  Takeover.Result run() throws SQLException {
    connection.setAutoCommit(false);
    Statements statements = new Statements(connection);
    requireNoMessages(statements);
    Findings findings = new Findings();
    ArrivingUsers users = new ArrivingUsers(statements, options.renames(), findings);
    NewHistory history = new NewHistory(statements, findings);
    examine(users, statements, history, findings);
    long accounts = users.insert();
    progress.accept(String.format(Locale.ROOT, "  %d users", accounts));
    long messages = history.write(old.now());
    return new Takeover.Result(accounts, messages, findings.changes());
  }

  private void examine(
      ArrivingUsers users, Statements statements, NewHistory history, Findings findings)
      throws SQLException {
    users.stage(old);
    try (NameSuggestions suggestions = NameSuggestions.into(options.suggestions())) {
      users.examine(suggestions);
    }
    if (options.skipBroken()) {
      users.leaveOutBroken();
    }
    new ArrivingMessages(statements, findings, options.keepUnaddressed()).stage(old, progress);
    history.examine();
    if (findings.stopImport() && !options.skipBroken()) {
      throw new StackException(String.join("\n", refusal(findings)));
    }
  }

  private static List<String> refusal(Findings findings) {
    List<String> lines = new ArrayList<>();
    lines.add("Nothing was imported. This is in the way:");
    lines.addAll(findings.obstacles());
    lines.add(
        "--suggest-names FILE writes a free name for each user who needs one, and --rename-file"
            + " FILE reads it. --skip-broken leaves these rows out; messages of users who are left"
            + " out go to a placeholder account.");
    List<String> further = findings.furtherChanges();
    if (!further.isEmpty()) {
      lines.add("This is not in the way:");
      lines.addAll(further);
    }
    return lines;
  }

  /** Older messages cannot come after newer ones: a conversation has one order. */
  static void requireNoMessages(Statements statements) throws SQLException {
    if (statements.holds("EXISTS (SELECT FROM history.messages)")) {
      throw new StackException(
          "Nothing was imported: there are messages here already, and older ones cannot be put"
              + " before them. Import into a new folder with --data DIR. If the file was imported"
              + " before, there is nothing left to do.");
    }
  }
}
