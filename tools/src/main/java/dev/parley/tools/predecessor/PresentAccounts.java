package dev.parley.tools.predecessor;

import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import dev.parley.tools.password.NoPassword;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads the accounts that a data folder already has, so that a dry run finds the same names taken.
 */
record PresentAccounts(DataFolder folder) {

  private static final String COLUMNS =
      "auth.accounts (username, folded_name, skeleton, password_hash, created_at)";

  void copyTo(Connection target) throws SQLException {
    if (!folder.hasDatabase()) {
      return;
    }
    try (DatabaseAccess database = DatabaseAccess.open(folder);
        Connection source = database.connect()) {
      source.setReadOnly(true);
      source.setAutoCommit(false);
      Statements present = new Statements(source);
      if (present.holds("to_regclass('auth.accounts') IS NOT NULL")) {
        copyNames(present, target);
      }
      if (present.holds("to_regclass('history.messages') IS NOT NULL")) {
        Transfer.requireNoMessages(present);
      }
    }
  }

  private static void copyNames(Statements present, Connection target) throws SQLException {
    try (CopyRows rows = new CopyRows(target, COLUMNS)) {
      present.read(
          "SELECT username, folded_name, skeleton, created_at FROM auth.accounts ORDER BY id",
          row ->
              rows.write(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  NoPassword.NOBODYS,
                  row.getString(4)));
      rows.finish();
    }
  }
}
