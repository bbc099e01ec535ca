package dev.parley.schema;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How far PostgreSQL is with an index that it builds in this database. */
@Singleton
class IndexProgress {

  private static final String SQL =
      """
      SELECT format('index %s: %s, %s of %s blocks, %s of %s rows', coalesce(c.relname, '?'),
        p.phase, p.blocks_done, p.blocks_total, p.tuples_done, p.tuples_total)
      FROM pg_stat_progress_create_index p LEFT JOIN pg_class c ON c.oid = p.index_relid
      WHERE p.datname = current_database()
      LIMIT 1
      """;

  private final AgroalDataSource connections;

  IndexProgress(@DataSource("migrations") AgroalDataSource connections) {
    this.connections = connections;
  }

  /** {@code index messages_by_time: building index: scanning table, 12 of 99 blocks, …}. */
  Optional<String> read() throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement(SQL);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }
}
