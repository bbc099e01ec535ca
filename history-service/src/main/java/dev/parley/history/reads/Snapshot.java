package dev.parley.history.reads;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The database as it was when its first statement began. */
public final class Snapshot {

  private final Connection connection;

  Snapshot(Connection connection) {
    this.connection = connection;
  }

  /** Makes an object of a row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * @param parameters of the question marks: texts, numbers, times and {@code long[]}
   */
  public <T> List<T> list(String sql, Row<T> type, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(type.read(row));
        }
      }
      return found;
    }
  }

  public <T> Optional<T> first(String sql, Row<T> type, Object... parameters) throws SQLException {
    return list(sql, type, parameters).stream().findFirst();
  }
}
