package dev.parley.history.reads;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Lets a request read several tables as they were at one moment. */
@Singleton
public class Snapshots {

  private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private final DataSource dataSource;

  Snapshots(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What a request wants to read. */
  @FunctionalInterface
  public interface Reading<T> {
    T from(Snapshot snapshot) throws SQLException;
  }

  /** Blocks. */
  public <T> T read(Reading<T> reading) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement begin = connection.createStatement()) {
        begin.execute(BEGIN);
        return reading.from(new Snapshot(connection));
      } finally {
        connection.rollback();
      }
    }
  }
}
