package dev.parley.history.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/**
 * One statement for many rows. Each parameter is a column: an array with an entry for each row.
 *
 * @param <R> what a row is made of
 */
public final class SetStatement<R> implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement statement;
  private final Collection<R> rows;
  private int columns;

  public SetStatement(Connection connection, String sql, Collection<R> rows) throws SQLException {
    this.connection = connection;
    this.statement = connection.prepareStatement(sql);
    this.rows = rows;
  }

  /** Looks at a row of the result. */
  @FunctionalInterface
  public interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * @param type of PostgreSQL; values whose text PostgreSQL reads as that type, or null
   */
  public SetStatement<R> column(String type, Function<R, ?> value) throws SQLException {
    columns++;
    statement.setArray(columns, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    return this;
  }

  public SetStatement<R> parameter(Object value) throws SQLException {
    columns++;
    statement.setObject(columns, value);
    return this;
  }

  public void read(Reader reader) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }

  public void execute() throws SQLException {
    statement.execute();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
