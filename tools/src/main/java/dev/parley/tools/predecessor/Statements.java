package dev.parley.tools.predecessor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Single statements, within the caller's transaction. */
record Statements(Connection connection) {

  private static final int FETCHED_AT_ONCE = 500;

  /** Handles a row. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Returns the number of changed rows. */
  long run(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeLargeUpdate();
    }
  }

  long number(String sql, Object... parameters) throws SQLException {
    long[] number = {0};
    read(sql, row -> number[0] = row.getLong(1), parameters);
    return number[0];
  }

  boolean holds(String condition, Object... parameters) throws SQLException {
    boolean[] holds = {false};
    read("SELECT " + condition, row -> holds[0] = row.getBoolean(1), parameters);
    return holds[0];
  }

  /** Keeps only some of the rows in memory. */
  void read(String sql, RowReader reader, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int index = 0; index < parameters.length; index++) {
      statement.setObject(index + 1, parameters[index]);
    }
    return statement;
  }
}
